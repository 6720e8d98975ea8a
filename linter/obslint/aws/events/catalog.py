"""Events that AWS services send: their sources, detail-types and some of their fields. Matching is exact, case included."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from obslint.aws import facts
from obslint.aws.attribute import Attribute
from obslint.aws.events.matchers import MISSING, Matcher
from obslint.aws.events.patterns import KIND, SOURCE, Condition, EventPattern, Field
from obslint.aws.events.rules import BusRule
from obslint.model import Fields, Known, Plain, Truth, any_of, truth
from obslint.policy import Fix, advice, set_to


@dataclass(frozen=True, slots=True)
class Mistake:
    """A part of a pattern that no event meets: where, what is wrong, and how to mend it."""

    at: Attribute
    message: str
    fix: Fix


def _known() -> dict[str, tuple[str, ...]]:
    return {source: tuple(kinds) for source, kinds in facts.table("event_catalog").rows.items()}


def misspelled(rule: BusRule) -> Iterator[Mistake]:
    """Sources and detail-types that are nearly those of a service, and not quite."""
    pattern, known = rule.matching, _known()
    yield from _misspelled(pattern, SOURCE, tuple(source for source in known if source != "*"), exact=True)
    sources = pattern.texts(SOURCE)
    kinds = {kind for source in sources or () for kind in known.get(source, ())} | set(known["*"])
    yield from _misspelled(pattern, KIND, tuple(sorted(kinds)), exact=False)


def _misspelled(pattern: EventPattern, field: Field, known: tuple[str, ...], *, exact: bool) -> Iterator[Mistake]:
    for condition in pattern.on(field):
        texts = (condition.texts or ()) if condition.readable else ()
        meant = {text: near for text in texts if text not in known and (near := _nearest(text, known, 0 if exact else 2))}
        if meant:
            wrong, right = next(iter(meant.items()))
            message = f"no service sends events with {field[0]} {wrong!r}: it is {right!r}"
            mended = list(dict.fromkeys(meant.get(text, text) for text in texts))
            yield Mistake(condition.at, message, _settled(condition, mended))


def _settled(condition: Condition, values: Sequence[str]) -> Fix:
    if "$or" in condition.at.path:
        return advice(f"write {values}", "it stands in one of several alternatives")
    return set_to(values).on(condition.at.resource, condition.at.path)


def _nearest(text: str, known: tuple[str, ...], distance: int) -> str:
    """The one known text that differs from this one by case, by signs, or by a few letters."""
    near = [one for one in known if _apart(_plain(text), _plain(one)) <= distance]
    return near[0] if len(near) == 1 else ""


def _plain(text: str) -> str:
    return re.sub(r"[^a-z0-9.]", "", text.casefold())


def _apart(a: str, b: str) -> int:
    """How many letters have to be added, dropped or changed to make one text of another."""
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (one != other))
    return row[-1]


_ENVELOPE = frozenset({"version", "id", "detail-type", "source", "account", "time", "region", "resources", "detail", "replay-name"})
"""https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html; replayed events have `replay-name` as well."""


def misplaced(rule: BusRule) -> Iterator[Mistake]:
    """Fields that are asked for beside `detail`, where all events have the same few."""
    wanted = [one for one in rule.matching.conditions if one.field[0] not in _ENVELOPE and ~one.admits(MISSING)]
    if not wanted:
        return
    names = list(dict.fromkeys(one.field[0] for one in wanted))
    right = names[0].casefold().replace("_", "-")
    if right in _ENVELOPE:
        fix = advice(f"write {right}", "the key of a map is not changed by machine")
        yield Mistake(wanted[0].at, f"no event has a field {names[0]} at its top: it is {right}", fix)
        return
    fix = advice(f"move {', '.join(names)} into detail", "how events of that source look has to be read up")
    yield Mistake(wanted[0].at, f"no event has a field {names[0]} at its top: what is reported stands in detail", fix)


@dataclass(frozen=True, slots=True)
class TypedField:
    """A field of the events of a source whose values are known: one of some texts, or (none given) a number."""

    source: str
    kind: str
    field: Field
    values: tuple[str, ...] = ()


_FIELDS = (
    TypedField("aws.guardduty", "GuardDuty Finding", ("detail", "severity")),
    TypedField(
        "aws.securityhub", "Security Hub Findings - Imported", ("detail", "findings", "Severity", "Label"),
        ("INFORMATIONAL", "LOW", "MEDIUM", "HIGH", "CRITICAL"),
    ),
    TypedField("aws.cloudwatch", "CloudWatch Alarm State Change", ("detail", "state", "value"), ("ALARM", "OK", "INSUFFICIENT_DATA")),
    TypedField(
        "aws.config", "Config Rules Compliance Change", ("detail", "newEvaluationResult", "complianceType"),
        ("COMPLIANT", "NON_COMPLIANT", "NOT_APPLICABLE", "INSUFFICIENT_DATA"),
    ),
    TypedField(
        "aws.ec2", "EC2 Instance State-change Notification", ("detail", "state"),
        ("pending", "running", "stopping", "stopped", "shutting-down", "terminated"),
    ),
)  # fmt: skip
"""https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_findings_eventbridge.html
https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_Severity.html
https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-and-eventbridge.html
https://docs.aws.amazon.com/config/latest/APIReference/API_Evaluation.html
https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/monitoring-instance-state-changes.html"""

_ON_TEXT = ("prefix", "suffix", "equals-ignore-case", "wildcard")


def mistyped(rule: BusRule) -> Iterator[Mistake]:
    """Conditions on a field that none of its values meets."""
    pattern = rule.matching
    for typed in _FIELDS:
        if pattern.texts(SOURCE) != (typed.source,) or pattern.texts(KIND) not in (None, (typed.kind,)):
            continue
        if pattern.texts(KIND) is None and pattern.asks(KIND):
            continue
        for condition in pattern.on(typed.field):
            if ~_can_be_met(condition, typed):
                yield _mistake(condition, typed)


def _can_be_met(condition: Condition, typed: TypedField) -> Truth:
    if typed.values:
        return any_of(typed.values, condition.admits) | condition.admits(MISSING)
    return any_of(condition.matchers, lambda one: ~_is_on_text(one)) | ~condition.certain


def _is_on_text(one: Matcher) -> Truth:
    if one.kind != "equals":
        return truth(one.kind in _ON_TEXT)
    return truth(isinstance(one.operand, Known) and isinstance(one.operand.data, str | Fields))


def _mistake(condition: Condition, typed: TypedField) -> Mistake:
    name = ".".join(typed.field)
    if not typed.values:
        return Mistake(condition.at, f"{name} is a number, which no text equals", _numeric(condition))
    return Mistake(condition.at, f"{name} is never that: it is one of {', '.join(typed.values)}", _spelled(condition, typed))


def _numeric(condition: Condition) -> Fix:
    made = [_number(one) for one in condition.matchers]
    if "$or" in condition.at.path or any(one is None for one in made):
        return advice('compare numbers: {"numeric": [">=", 7]}', "which are meant is not certain")
    return set_to([one for one in made if one is not None]).on(condition.at.resource, condition.at.path)


def _number(one: Matcher) -> "Plain | None":
    text = one.text or one.prefix or ""
    if not re.fullmatch(r"\d+(\.\d+)?", text) or (one.prefix and "." in text):
        return None
    value = float(text) if "." in text else int(text)
    return {"numeric": ["=", value] if one.text else [">=", value, "<", value + 1]}


def _spelled(condition: Condition, typed: TypedField) -> Fix:
    folded = {one.casefold(): one for one in typed.values}
    meant = [folded.get((one.text or "").casefold()) for one in condition.matchers]
    if None in meant:
        return advice(f"ask for one of {', '.join(typed.values)}", "which is meant is not certain")
    return _settled(condition, [one for one in meant if one is not None])

"""Condition blocks of statements, held against what is known of a request.

https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html
"""

from collections.abc import Mapping
from dataclasses import dataclass

from obslint.aws.guards.arns import text_of
from obslint.aws.guards.documents import each
from obslint.aws.guards.texts import Slot, Text, matches, shown
from obslint.model import YES, Absent, Fields, Known, Truth, Value, all_of, settle, truth, undecided
from obslint.model.compare import as_number, decide

Context = Mapping[str, Text | None]
"""The keys of a request in lower case: a text, or None where the request certainly has no such key. Others are not known."""

_NEGATED = {
    "stringnotequals": "stringequals",
    "stringnotequalsignorecase": "stringequalsignorecase",
    "stringnotlike": "stringlike",
    "arnnotequals": "arnlike",
    "arnnotlike": "arnlike",
    "numericnotequals": "numericequals",
    "datenotequals": "dateequals",
    "notipaddress": "ipaddress",
}
_TEXTUAL = {"stringequals", "stringequalsignorecase", "stringlike", "arnequals", "arnlike", "bool"}
_WILD = {"stringlike", "arnequals", "arnlike"}
_FOLDED = {"stringequalsignorecase", "bool"}


@dataclass(frozen=True, slots=True)
class _Operator:
    """An operator taken apart: what it compares with, and how it takes a missing key."""

    name: str
    negated: bool
    if_exists: bool
    over: str

    @classmethod
    def read(cls, text: str) -> "_Operator":
        """`ForAllValues:StringNotLikeIfExists` and the like."""
        over, _, rest = text.casefold().rpartition(":")
        name = rest.removesuffix("ifexists")
        return cls(_NEGATED.get(name, name), name in _NEGATED, rest.endswith("ifexists"), over)

    @property
    def without_key(self) -> bool:
        """Whether the condition holds when the request has no such key."""
        if self.over == "foranyvalue":
            return False
        return self.if_exists or self.negated or self.over == "forallvalues"


def conditions_hold(condition: Value, context: Context) -> Truth:
    """Whether all conditions of a statement hold for the request; yes when there are none."""
    return decide(condition, lambda branch: _block(branch, context))


def _block(condition: Value, context: Context) -> Truth:
    if isinstance(condition, Absent):
        return YES
    if not isinstance(condition, Known):
        return undecided("a condition cannot be read", condition.place)
    if not isinstance(condition.data, Fields):
        return truth(condition.data == ())
    fields = condition.data
    found = all_of(list(fields), lambda operator: _tests(_Operator.read(operator), settle(fields[operator]), context))
    return found if fields.open_end is None else found & undecided(fields.open_end, fields.header)


def _tests(operator: _Operator, tests: Value, context: Context) -> Truth:
    if not isinstance(tests, Known) or not isinstance(tests.data, Fields):
        return undecided("a condition cannot be read", tests.place)
    fields = tests.data
    found = all_of(list(fields), lambda key: _holds(operator, key.casefold(), settle(fields[key]), context))
    return found if fields.open_end is None else found & undecided(fields.open_end, fields.header)


def _holds(operator: _Operator, key: str, wanted: Value, context: Context) -> Truth:
    if operator.name == "null":
        return _is_missing(key, wanted, context)
    if key not in context:
        return undecided(f"it is not known what {key} is in such a request", wanted.place)
    found = context[key]
    if found is None:
        return truth(operator.without_key)
    compared = each(wanted, lambda value: _compare(operator, value, found))
    return ~compared if operator.negated else compared


def _is_missing(key: str, wanted: Value, context: Context) -> Truth:
    if key not in context:
        return undecided(f"it is not known whether {key} is in such a request", wanted.place)
    missing = "true" if context[key] is None else "false"
    return each(wanted, lambda value: matches(text_of(value), (missing,), wild=False, fold=True))


def _compare(operator: _Operator, value: Value, found: Text) -> Truth:
    if isinstance(value, Known) and isinstance(value.data, Fields):
        return undecided("a condition cannot be read", value.place)
    wanted = text_of(value)
    if operator.name in _TEXTUAL:
        wild, fold = operator.name in _WILD, operator.name in _FOLDED
        return arn_matches(wanted, found) if operator.name.startswith("arn") else matches(wanted, found, wild=wild, fold=fold)
    if operator.name == "numericequals" and not any(isinstance(part, Slot) for part in (*wanted, *found)):
        number = as_number(shown(wanted))
        return truth(number is not None and number == as_number(shown(found)))
    return undecided(f"{operator.name} is not compared here", value.place)


def arn_matches(wanted: Text, found: Text) -> Truth:
    """ARNs compare part by part between their colons, so that `*` does not reach over one in the first five."""
    if any(isinstance(part, Slot) and part.kind == "value" for part in (*wanted, *found)) or wanted == ("*",):
        return matches(wanted, found)
    left, right = _segments(wanted), _segments(found)
    if len(left) < 6 or len(right) < 6:
        return matches(wanted, found)
    return all_of(tuple(zip(left, right, strict=True)), lambda pair: matches(*pair))


def _segments(arn: Text) -> list[Text]:
    """The six parts of an ARN."""
    parts: list[list[str | Slot]] = [[]]
    for piece in arn:
        if isinstance(piece, Slot):
            parts[-1].append(piece)
            continue
        first, *rest = piece.split(":", 6 - len(parts))
        parts[-1].append(first)
        parts += [[text] for text in rest]
    return [tuple(piece for piece in part if piece != "") for part in parts]

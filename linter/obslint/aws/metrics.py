"""Series joined with AWS's catalogue of metrics: names, dimension sets and regions that exist."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from obslint.aws import facts
from obslint.aws.attribute import Attribute
from obslint.aws.series import Series, certain, in_words, namespace_of
from obslint.model import NO, Known, Link, Plain, Reference, Truth, settle, truth
from obslint.model.compare import doubt
from obslint.policy import Finding, Fix, Label, advice, set_to

_OTHER_PARTITIONS = ("cn-", "us-gov-", "us-iso", "eu-iso", "eusc-")
"""Regions of partitions in which the global services are found elsewhere or not at all."""

_IN_EXPRESSION = "it stands inside an expression"


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A part of a series that fits nothing that exists: where, what is wrong with it, and the remedy."""

    at: Attribute
    message: str
    fix: Fix
    related: tuple[Label, ...] = ()

    @property
    def finding(self) -> Finding:
        """The finding about it."""
        return self.at.finding(self.message, fix=self.fix, related=self.related)


def published(series: Series) -> facts.Metric | None:
    """What the catalogue says about the metric; None when it does not know it, or the name is not certain (a doubt, then)."""
    namespace = namespace_of(series)
    found = facts.namespace(namespace) if namespace else None
    name = certain(series.name) if found else None
    return found.metric(name) if found and name else None


def unknown_name(series: Series) -> Mismatch | None:
    """A namespace of AWS that does not exist, or a metric that a namespace, whose metrics are all on record, does not have."""
    namespace = namespace_of(series)
    if not namespace:
        return None
    found = facts.namespace(namespace)
    if found is None:
        return _unknown_namespace(series, namespace)
    name = certain(series.name)
    if not name or found.metric(name) or not (found.complete or name in found.never or _is_miscased(name, found)):
        return None
    right = corrected(name, found.rows)
    reason = f": {found.never[name]}" if name in found.never and not right else ""
    fix = (None if right else _in_other_namespace(series, name)) or _instead(series, right, _listing(name, found.rows))
    return Mismatch(series.name, f"{namespace} has no metric {name}{reason}", fix)


def _is_miscased(name: str, namespace: facts.Namespace) -> bool:
    """Whether a name that is on record differs in upper and lower case only; some services have metrics in both spellings."""
    alike = [row for one, row in namespace.rows.items() if one.casefold() == name.casefold()]
    both = len({one.casefold() for one in namespace.rows}) < len(namespace.rows)
    return bool(alike) and not alike[0].get("unverified", False) and not both and not namespace.custom_like


def _in_other_namespace(series: Series, name: str) -> Fix | None:
    """The one other namespace that has the metric with these very dimensions."""
    dimensions, at = series.dimensions, series.namespace
    if not dimensions.complete or not dimensions.names:
        return None
    having = ((one, facts.namespace(one)) for one in facts.namespaces())
    rows = [(one, found.metric(name)) for one, found in having if found is not None]
    right = [one for one, metric in rows if metric is not None and dimensions.names in metric.sets]
    title = f"did you mean {''.join(right)}, which has {name} with {in_words(dimensions.names)}?"
    return set_to(right[0], title=title, unsafe="another metric is read then").on(at.resource, at.path) if len(right) == 1 else None


def _listing(name: str, known: Iterable[str]) -> str:
    """What to do about a name that resembles none enough: the names that start alike, where they are few."""
    alike = [one for one in known if one[:5] == name[:5]]
    return f"use a metric that exists: {', '.join(alike)}" if 0 < len(alike) < 6 else "use a metric that exists"


def _unknown_namespace(series: Series, namespace: str) -> Mismatch | None:
    if not namespace.startswith("AWS/") or namespace in facts.namespaces():
        return None
    same = [known for known in facts.namespaces() if known.casefold() == namespace.casefold()]
    reason = f"AWS writes it {same[0]}" if len(same) == 1 else facts.missing_namespaces().get(namespace, "")
    if not reason:
        return None
    named = same or [one for one in facts.namespaces() if one in re.findall(r"[\w/]+", reason) and _holds(one, series)]
    fix = _instead(series, named[0] if len(named) == 1 else "", "use the namespace of the service")
    return Mismatch(series.namespace, f"there is no namespace {namespace}: {reason}", fix)


def _holds(namespace: str, series: Series) -> bool:
    found, name = facts.namespace(namespace), certain(series.name)
    return found is not None and name is not None and found.metric(name) is not None


def unpublished_dimensions(series: Series) -> Mismatch | None:
    """A combination of dimensions that the service does not publish a metric with, although all that it publishes are on record."""
    metric, dimensions = published(series), series.dimensions
    if metric is None or not (metric.exhaustive and metric.sets and metric.verified):
        return None
    if dimensions.names in metric.sets or (not dimensions.complete and any(dimensions.names <= one for one in metric.sets)):
        return None
    wanted = ", or ".join(in_words(one) for one in metric.sets)
    given = f"with the dimensions {dimensions.shown}" if dimensions.names else "without dimensions"
    if len(dimensions.names) == 1:
        given = f"with the dimension {dimensions.shown} alone"
    message = f"{series.shown} is not published {given}, only with {wanted}"
    renamed = _renamed(series, metric, message)
    return renamed or Mismatch(dimensions.attribute, message, advice(f"give it {wanted}", "what to watch has to be chosen"))


def _renamed(series: Series, metric: facts.Metric, message: str) -> Mismatch | None:
    """A dimension that is only spelled in another way."""
    names = {_bare(one.name): one for one in series.dimensions.listed}
    close = [one for one in metric.sets if {_bare(name) for name in one} == set(names) and len(one) == len(series.dimensions.listed)]
    wrong = [name for name in close[0] if name not in series.dimensions.names] if len(close) == 1 else []
    if len(wrong) != 1 or not series.editable:
        return None
    right = wrong[0]
    old = names[_bare(right)]
    if old.key is not None:
        return Mismatch(old.key, message, set_to(right, title=f"did you mean {right}?"))
    manual = f"{old.name} has to be removed at the same time"
    fix = set_to(_again(old.value), title=f"did you mean {right}?", manual=manual)
    return Mismatch(old.value, message, fix.on(old.value.resource, (*series.dimensions.attribute.path, right)))


def _again(attribute: Attribute) -> Plain:
    """A value as it can be written a second time."""
    value = settle(attribute.value)
    steps = [step.reference for step in value.trail if step.reference] + list(getattr(value, "parts", ()))
    only = steps[0] if steps else None
    if isinstance(only, Reference) and only.resource is not None:
        return Link(only.resource, only.attribute, only.attribute)
    return attribute.shown


def _bare(name: str) -> str:
    return name.casefold().replace("_", "").replace(" ", "").replace("-", "")


def corrected(name: str, known: Iterable[str]) -> str:
    """The one name that must have been meant: the same in another case, the only one a letter away, or the only similar one; or nothing."""
    from difflib import get_close_matches

    names = list(known)
    for found in (
        [one for one in names if _bare(one) == _bare(name)],
        [one for one in names if _is_one_letter_off(one, name)],
        get_close_matches(name, names, n=2, cutoff=0.9),
    ):
        if found:
            return found[0] if len(found) == 1 else ""
    return ""


def _is_one_letter_off(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    start = next((index for index, pair in enumerate(zip(short, long, strict=False)) if pair[0] != pair[1]), len(short))
    changed = long[start + 1 :] in (short[start:], short[start + 1 :])
    return len(long) > 5 and changed and not any(letter.isdigit() for letter in one[start : start + 1] + other[start : start + 1])


def _instead(series: Series, right: str, otherwise: str) -> Fix:
    if right and series.editable:
        return set_to(right, title=f"did you mean {right}?")
    return advice(f"write {right}", _IN_EXPRESSION) if right else advice(otherwise, "what was meant is not certain")


def global_region(series: Series) -> str:
    """The only region in which the metric exists, for the metrics of global services."""
    namespace = namespace_of(series)
    found = facts.namespace(namespace) if namespace else None
    return found.region if found else ""


def read_elsewhere(series: Series, region: str) -> Truth:
    """Whether it is read in another region than this one."""
    value = series.region
    if isinstance(value, Known) and isinstance(value.data, str):
        return truth(value.data != region and not value.data.startswith(_OTHER_PARTITIONS))
    return doubt(value) if series.namespace.written else NO

"""What generating alarms came to, for people and as JSON."""

import json
from collections.abc import Iterator
from dataclasses import asdict

from obslint.lint.generated import Generated, LeftOut, Watched
from obslint.report.printable import one_line
from obslint.report.style import Style


def render_generated_json(made: Generated) -> str:
    """Everything, and how many alarms there are."""
    return json.dumps({**asdict(made), "alarms": made.alarms}, indent=2, ensure_ascii=False) + "\n"


def notes(made: Generated, style: Style, *, left_out: bool) -> Iterator[str]:
    """For each resource the alarms that it gets, and what was left out with the reason; those that get none come last."""
    for one in sorted(made.resources, key=lambda one: not one.alarms):
        if one.alarms or (left_out and one.left_out):
            yield f"{one.resource.address}  {one.location.path}:{one.location.line}"
            yield from _listed("+", ", ".join(alarm.metric for alarm in one.alarms), style) if one.alarms else ()
            yield from _left_out(one, style) if left_out else ()
    for missed in made.not_analysed:
        yield f"not analysed: {one_line(missed)}"


def _left_out(one: Watched, style: Style) -> Iterator[str]:
    reasons: dict[str, list[LeftOut]] = {}
    for left in one.left_out:
        reasons.setdefault(left.reason, []).append(left)
    for reason, listed in reasons.items():
        metrics = ", ".join(dict.fromkeys(left.metric for left in listed if left.metric))
        yield from _listed("-", f"{metrics}: {reason}" if metrics else reason, style)


def _listed(mark: str, text: str, style: Style) -> Iterator[str]:
    first, *rest = style.wrap(one_line(text), 4)
    yield f"  {mark} {first}"
    yield from (f"    {line}" for line in rest)


def headline(made: Generated) -> str:
    """In one line, what there is now."""
    watched = sum(bool(one.alarms) for one in made.resources)
    left = sum(len(one.left_out) for one in made.resources)
    verb = "written" if made.written else "to write; --write does it"
    said = f"{_count(made.alarms, 'alarm')} for {_count(watched, 'resource')} {verb}" if made.alarms else "no alarm to write"
    return f"{said}; {left} recommended {'alarm' if left == 1 else 'alarms'} left out" if left else said


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"

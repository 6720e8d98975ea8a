"""What a change brought and mended, in words."""

from collections.abc import Mapping

from obslint.lint.request import Outcome
from obslint.lint.result import Change, CoverageChange, Location, Mended, ReportedFinding
from obslint.report.printable import one_line
from obslint.report.style import Style

_SHORT, _FEW = 10, 3
_MOST = 20
"""How many findings that a change mended are listed before the rest is counted; JSON has all."""


def on_changed_line(outcome: Outcome, found: ReportedFinding) -> bool:
    """Whether a finding stands on a line that the change touched; all do when nothing was compared."""
    return outcome.changed is None or _changed(outcome.changed, found.location)


def is_from_changed_line(outcome: Outcome, found: ReportedFinding) -> bool:
    """The same of the line that decides a finding, as an argument of the module in which it stands."""
    changed = outcome.changed
    return changed is None or any(_changed(changed, at) for at in (found.location, *(one.location for one in found.related)))


def _changed(changed: Mapping[str, frozenset[int]], at: Location) -> bool:
    lines = changed.get(at.path, frozenset())
    return any(line in lines for line in range(at.line, at.end_line + 1))


def counts(change: Change) -> str:
    """The change in a line: `since main (1f0c2ab334): 2 introduced, 1 mended, 40 were there before`."""
    told = [f"{change.introduced} introduced", f"{len(change.mended)} mended", f"{change.present} were there before"]
    if change.accepted:
        told.append(f"{change.accepted} accepted by an exception now")
    if change.undecided:
        told.append(f"{change.undecided} cannot be decided any more")
    if change.elsewhere:
        told.append(f"{change.elsewhere} of the introduced not shown, on lines that did not change")
    coverage = f"; {_coverage(change.coverage)}" if change.coverage else ""
    return f"since {one_line(change.ref)} ({change.commit[:_SHORT]}): {', '.join(told)}{coverage}"


def _coverage(change: CoverageChange) -> str:
    """`coverage 40% to 45%, 3 cells gained, 1 lost: alarms of aws_sqs_queue.orders`."""
    before, after = ("none" if share is None else f"{share}%" for share in (change.before, change.after))
    lost = [f"{one.column} of {one_line(one.resource.address)}" for one in change.lost[:_FEW]]
    if len(change.lost) > _FEW:
        lost.append(f"{len(change.lost) - _FEW} more")
    told = f": {', '.join(lost)}" if lost else ""
    return f"coverage {before} to {after}, {len(change.gained)} gained, {len(change.lost)} lost{told}"


def render_mended(change: Change, style: Style) -> str:
    """What the change mended, a line each."""
    lines = [style.paint(f"mended since {one_line(change.ref)}", "good"), *map(_line, change.mended[:_MOST])]
    if len(change.mended) > _MOST:
        lines.append(f"  and {len(change.mended) - _MOST} more")
    return "\n".join(lines) + "\n"


def _line(one: Mended) -> str:
    address = f" ({one_line(one.resource.address)})" if one.resource else ""
    return f"  {one.rule}: {one_line(one.message)}{address}, was {one_line(one.location.path)}:{one.location.line}"

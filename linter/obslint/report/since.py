"""What a change brought and mended, in words."""

from obslint.lint.request import Outcome
from obslint.lint.result import Change, Mended, ReportedFinding
from obslint.report.printable import one_line
from obslint.report.style import Style

_SHORT = 10
_MOST = 20
"""How many findings that a change mended are listed before the rest is counted; JSON has all."""


def on_changed_line(outcome: Outcome, found: ReportedFinding) -> bool:
    """Whether a finding stands on a line that the change touched; all do when nothing was compared."""
    if outcome.changed is None:
        return True
    lines = outcome.changed.get(found.location.path, frozenset())
    return any(line in lines for line in range(found.location.line, found.location.end_line + 1))


def counts(change: Change) -> str:
    """The change in a line: `since main (1f0c2ab334): 2 introduced, 1 mended, 40 were there before`."""
    told = [f"{change.introduced} introduced", f"{len(change.mended)} mended", f"{change.present} were there before"]
    if change.accepted:
        told.append(f"{change.accepted} accepted by an exception now")
    if change.undecided:
        told.append(f"{change.undecided} cannot be decided any more")
    if change.elsewhere:
        told.append(f"{change.elsewhere} of the introduced not shown, on lines that did not change")
    return f"since {one_line(change.ref)} ({change.commit[:_SHORT]}): {', '.join(told)}"


def render_mended(change: Change, style: Style) -> str:
    """What the change mended, a line each."""
    lines = [style.paint(f"mended since {one_line(change.ref)}", "good"), *map(_line, change.mended[:_MOST])]
    if len(change.mended) > _MOST:
        lines.append(f"  and {len(change.mended) - _MOST} more")
    return "\n".join(lines) + "\n"


def _line(one: Mended) -> str:
    address = f" ({one_line(one.resource.address)})" if one.resource else ""
    return f"  {one.rule}: {one_line(one.message)}{address}, was {one_line(one.location.path)}:{one.location.line}"

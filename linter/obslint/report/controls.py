"""The table of a compliance framework, for people."""

from collections import Counter
from collections.abc import Iterator

from obslint.lint.result import Compliance, Control, ControlStatus
from obslint.report.printable import one_line
from obslint.report.style import Style
from obslint.report.summary import counted

LOOKS: dict[ControlStatus, str] = {
    "passed": "good",
    "failed": "error",
    "undecided": "warning",
    "nothing to check": "faint",
    "not covered": "faint",
}


def render_compliance(compliance: Compliance, style: Style) -> str:
    """A line for each item: what became of it, its title or rules, and the counts; then how many of each there are."""
    lines = [style.paint(compliance.name, "strong"), ""]
    width = max((len(control.id) for control in compliance.controls), default=0)
    lines += [line for control in compliance.controls for line in _control(control, width, style)]
    totals = Counter(control.status for control in compliance.controls)
    lines += ["", ", ".join(f"{totals[status]} {status}" for status in LOOKS if totals[status]) + f"; listed: {compliance.scope}"]
    return "\n".join(lines) + "\n"


def _control(control: Control, width: int, style: Style) -> Iterator[str]:
    status = style.paint(f"{control.status:<16}", LOOKS[control.status])
    title = one_line(control.title or ", ".join(control.rules))
    yield f"{control.id:>{width}}  {status}  {title}{_counts(control)}"
    if control.title and control.status in ("failed", "undecided"):
        yield f"{'':>{width}}  {'':<16}  {style.paint(', '.join(control.rules), 'faint')}"


def _counts(control: Control) -> str:
    parts = [
        counted(control.failed, "failure") if control.failed else "",
        f"{control.undecided} undecided" if control.undecided else "",
        f"{control.accepted} accepted" if control.accepted else "",
        f"{control.passed} passed" if control.passed else "",
    ]
    said = ", ".join(filter(None, parts))
    return f" ({said})" if said else ""

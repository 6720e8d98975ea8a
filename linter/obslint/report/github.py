"""GitHub workflow commands, which become annotations, and the summary of a step.

A step shows ten errors, ten warnings and ten notices at most and drops the rest silently, so what stands on changed lines and is most
certain comes first, and what is left over is counted (https://github.com/actions/toolkit/issues/734).
"""

from collections.abc import Iterator
from pathlib import Path

from obslint.lint.request import Outcome
from obslint.lint.result import ReportedFinding
from obslint.report.markdown import render_markdown
from obslint.report.rulecards import page_of
from obslint.report.since import on_changed_line

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
PER_STEP = 10
SUMMARY_BYTES = 1024 * 1024
"""The limit of a step summary; a longer one is not shown at all."""


def render_github(outcome: Outcome) -> str:
    """The annotations of a run, those that GitHub would drop counted in a last notice."""
    return "".join(f"{line}\n" for line in _lines(outcome))


def render_step_summary(outcome: Outcome) -> str:
    """The summary of a run as Markdown, within GitHub's limit."""
    return render_markdown(outcome, limit=SUMMARY_BYTES)


def _lines(outcome: Outcome) -> Iterator[str]:
    order = list(COMMANDS)
    confidence = ("high", "medium", "low")
    findings = sorted(
        outcome.report.findings,
        key=lambda one: (not on_changed_line(outcome, one), confidence.index(one.confidence), one.location, one.rule),
    )
    left = 0
    for severity in order:
        found = [one for one in findings if one.severity == severity]
        room = PER_STEP - (severity == "info")
        yield from (_annotation(one, outcome.packs) for one in found[:room])
        left += max(0, len(found) - room)
    if left:
        noun = "finding is" if left == 1 else "findings are"
        yield f"::notice title=obslint::{left} more {noun} not shown here; GitHub shows ten of a kind for each step"


def _annotation(found: ReportedFinding, packs: tuple[Path, ...]) -> str:
    at = found.location
    one_line = at.line == at.end_line
    place = {
        "file": at.path,
        "line": str(at.line),
        **({"col": str(at.column), "endColumn": str(at.end_column)} if one_line else {"endLine": str(at.line)}),
        "title": f"obslint {found.rule}",
    }
    said = [f"{found.message} ({found.resource.address})" if found.resource else found.message]
    said += [found.consequence] if found.consequence else []
    said += [f"fix ({found.fix.applicability}): {found.fix.title}"] if found.fix else []
    properties = ",".join(f"{key}={_property(value)}" for key, value in place.items())
    return f"::{COMMANDS[found.severity]} {properties}::{_data(chr(10).join([*said, *filter(None, [page_of(found.rule, packs)])]))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

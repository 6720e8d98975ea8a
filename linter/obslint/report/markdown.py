"""A report for a comment on a pull request or a summary page, in Markdown."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from obslint.lint.request import Outcome
from obslint.lint.result import Mended, ReportedFinding
from obslint.report.printable import one_line
from obslint.report.rulecards import page_of
from obslint.report.since import counts as change_counts
from obslint.report.style import Style
from obslint.report.summary import headline

COMMENT_BYTES = 65_536
"""The limit of a comment on GitHub."""
_MOST_MENDED = 20
MARKS = {"error": "🔴", "warning": "🟡", "info": "🔵"}


def render_markdown(outcome: Outcome, *, limit: int = COMMENT_BYTES) -> str:
    """The findings by file; as many as fit, the most serious files first, and how many are left out."""
    report = outcome.report
    head = f"### obslint\n\n{headline(report, Style())}\n"
    if report.change:
        mended = "".join(_mended(one, outcome.packs) for one in report.change.mended[:_MOST_MENDED])
        head += f"\n{_plain(change_counts(report.change))}\n{mended}\n"
    parts, room = [head], limit - len(head.encode()) - 200
    left = 0
    for section in _sections(report.findings, outcome.packs):
        size = len(section.encode())
        if size > room:
            left += section.count("\n- ")
            continue
        parts.append(section)
        room -= size
    if left:
        parts.append(f"\n{left} more {'finding' if left == 1 else 'findings'} not shown.\n")
    if report.undecided or report.suppressed or report.not_analysed:
        counts = ((report.suppressed, "suppressed"), (report.undecided, "undecided"), (report.not_analysed, "not analysed"))
        parts.append("\n" + ", ".join(f"{len(found)} {name}" for found, name in counts if found) + "\n")
    return "".join(parts)


def _mended(one: Mended, packs: tuple[Path, ...]) -> str:
    address = f" `{one_line(one.resource.address)}`" if one.resource else ""
    return f"\n- ✅ mended: {_plain(one.message)}{address} ({_rule(one.rule, packs)})"


def _sections(findings: tuple[ReportedFinding, ...], packs: tuple[Path, ...]) -> Iterator[str]:
    """A section for each file, files with errors first."""
    files: dict[str, list[ReportedFinding]] = {}
    for found in findings:
        files.setdefault(found.location.path, []).append(found)
    for path, listed in sorted(files.items(), key=lambda item: (-Counter(f.severity for f in item[1])["error"], item[0])):
        lines = [f"\n#### `{one_line(path)}`\n", *(_item(found, packs) for found in listed)]
        yield "\n".join(lines) + "\n"


def _item(found: ReportedFinding, packs: tuple[Path, ...]) -> str:
    address = f" `{one_line(found.resource.address)}`" if found.resource else ""
    fix = f" Fix ({found.fix.applicability}): {_plain(found.fix.title)}." if found.fix else ""
    rule = _rule(found.rule, packs)
    return f"- {MARKS[found.severity]} line {found.location.line}: {_plain(found.message)}{address} ({rule}).{fix}"


def _rule(name: str, packs: tuple[Path, ...]) -> str:
    page = page_of(name, packs)
    return f"[{name}]({page})" if page else name


def _plain(text: str) -> str:
    """Text in which nothing is markup."""
    return "".join(f"\\{character}" if character in "\\`*_[]<>|#" else character for character in one_line(text))

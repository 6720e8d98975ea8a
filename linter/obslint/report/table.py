"""The findings as CSV, for spreadsheets."""

import csv
import io

from obslint.lint.request import Outcome

HEADER = (
    "severity",
    "rule",
    "message",
    "path",
    "line",
    "column",
    "resource",
    "type",
    "unit",
    "persona",
    "confidence",
    "fix",
    "fingerprint",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def render_csv(outcome: Outcome) -> str:
    """A line for each finding, below a header; no cell is taken for a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEADER)
    for one in outcome.report.findings:
        resource = (one.resource.address, one.resource.type, one.resource.unit) if one.resource else ("", "", "")
        place = (one.location.path, one.location.line, one.location.column)
        rest = (one.persona, one.confidence, one.fix.applicability if one.fix else "none", one.fingerprint)
        writer.writerow(cell(value) for value in (one.severity, one.rule, one.message, *place, *resource, *rest))
    return text.getvalue()


def cell(value: object) -> str:
    """A value as a cell that no spreadsheet takes for a formula."""
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text

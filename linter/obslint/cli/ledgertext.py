"""The ledger of exceptions as a table, CSV and JSON."""

import csv
import io
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Literal

from obslint.lint.ledger import STATES, Line
from obslint.report.printable import one_line
from obslint.report.summary import counted
from obslint.report.table import cell

_COLUMNS = ("state", "rule", "place", "owner", "until", "reason")


def render(form: Literal["table", "csv", "json"], lines: Sequence[Line]) -> str:
    """The ledger in a format."""
    if form == "json":
        return json.dumps({"exceptions": [asdict(line) for line in lines]}, indent=2, ensure_ascii=False) + "\n"
    return _csv(lines) if form == "csv" else _table(lines)


def _csv(lines: Sequence[Line]) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    names = [one.name for one in fields(Line)]
    writer.writerow(names)
    for line in lines:
        writer.writerow(cell(getattr(line, name)) for name in names)
    return text.getvalue()


def _table(lines: Sequence[Line]) -> str:
    rows = [_COLUMNS, *(_row(line) for line in lines)]
    widths = [max(len(row[at]) for row in rows) for at in range(len(_COLUMNS))]
    told = ["  ".join(f"{text:<{width}}" for text, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    states = Counter(line.state for line in lines)
    counts = ", ".join(f"{states[state]} {state}" for state in STATES if states[state])
    summary = counted(len(lines), "exception") + (f": {counts}" if counts else "")
    return "".join(f"{line}\n" for line in ([*told, ""] if lines else [])) + summary + "\n"


def _row(line: Line) -> tuple[str, ...]:
    """The cells of a line; what is wrong with an exception stands where its reason would."""
    why = line.reason if line.state in ("in force", "unused") else f"{line.note} ({line.reason})" if line.reason else line.note
    return (line.state, *(one_line(text) or "-" for text in (line.rule, f"{line.path}:{line.line}", line.owner, line.until, why)))

"""The report as JSON, in the shape that `obslint schema report` describes."""

import json
from dataclasses import asdict
from typing import Any

from obslint.lint.request import Outcome
from obslint.lint.result import Report


def render_json(outcome: Outcome) -> str:
    """The report with keys in a fixed order, ending in a line end; the same report gives the same text.

    Only ASCII is written, so that no terminal, pipe or odd file name can make the text unreadable.
    """
    return json.dumps(as_data(outcome.report), indent=2) + "\n"


def as_data(report: Report) -> dict[str, Any]:
    """The report as dicts and lists, the schema version first."""
    data = asdict(report)
    return {"schema_version": data.pop("schema_version"), **data}

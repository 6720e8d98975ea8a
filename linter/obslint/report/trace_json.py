"""A trace as JSON: the data as it is."""

import json
from dataclasses import asdict

from obslint.lint.trace import Trace


def render_trace_json(trace: Trace) -> str:
    """The trace, and how many of its hops are broken."""
    return json.dumps({**asdict(trace), "broken": trace.broken}, indent=2, ensure_ascii=False) + "\n"

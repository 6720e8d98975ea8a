"""The matrix as JSON: the data as it is."""

import json
from dataclasses import asdict

from obslint.lint.coverage import Coverage


def render_coverage_json(coverage: Coverage) -> str:
    """The matrix, the share that is covered (null where nothing can be decided), and the number of cells in each state."""
    return json.dumps({**asdict(coverage), "percent": coverage.percent, "counts": coverage.counts}, indent=2, ensure_ascii=False) + "\n"

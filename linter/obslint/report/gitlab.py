"""GitLab code quality: https://docs.gitlab.com/ci/testing/code_quality/ (the artifact `codequality`)."""

import json

from obslint.lint.request import Outcome

SEVERITIES = {"error": "critical", "warning": "major", "info": "info"}


def render_gitlab(outcome: Outcome) -> str:
    """The findings as a JSON array. Fingerprints are unique, since GitLab swallows duplicates, and hold no line number."""
    rows = [
        {
            "description": f"{found.message} ({found.resource.address})" if found.resource else found.message,
            "check_name": found.rule,
            "fingerprint": found.fingerprint,
            "severity": SEVERITIES[found.severity],
            "location": {"path": found.location.path, "lines": {"begin": found.location.line, "end": found.location.end_line}},
        }
        for found in outcome.report.findings
    ]
    return json.dumps(rows, indent=2) + "\n"

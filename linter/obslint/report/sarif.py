"""SARIF 2.1.0, as GitHub code scanning reads it.

https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
"""

import json
from collections.abc import Mapping, Sequence
from gzip import compress
from typing import Any
from urllib.parse import quote

from obslint.lint.engine_rules import EngineRule
from obslint.lint.request import Outcome
from obslint.lint.result import FixOffer, Location, ReportedFinding, Suppressed
from obslint.report.linehash import line_hashes
from obslint.report.rulecards import AnyRule, page_of, references, rules_of

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warning": "warning", "info": "note"}
PROBLEMS = {"error": "error", "warning": "warning", "info": "recommendation"}
PRECISION = {"high": "very-high", "medium": "high", "low": "medium"}
MAX_RESULTS, MAX_TEXT, MAX_NAME, MAX_TAGS, MAX_LOCATIONS = 25_000, 1024, 255, 20, 999
MAX_BYTES = 10 * 1000 * 1000
"""Of the compressed file; https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit"""


def render_sarif(outcome: Outcome, *, suppressed: bool = False) -> str:
    """The outcome as SARIF, within GitHub's limits. Findings that an exception accepts are left out unless asked for.

    GitHub would show them as open. Where not all findings fit, the most serious are kept, and what is left out is counted.
    """
    findings = sorted(outcome.report.findings, key=lambda found: list(LEVELS).index(found.severity))
    accepted = outcome.report.suppressed if suppressed else ()
    room = MAX_RESULTS
    while True:
        text = _log(outcome, findings[:room], accepted[: max(0, room - len(findings))])
        if len(text) <= MAX_BYTES or room == 0 or len(compress(text.encode("utf-8", "backslashreplace"))) <= MAX_BYTES:
            return text
        room = min(room, len(findings) + len(accepted)) // 2


def _log(outcome: Outcome, findings: Sequence[ReportedFinding], accepted: Sequence[Suppressed]) -> str:
    paths = {*(one.location.path for one in findings), *(one.location.path for one in accepted)}
    hashes = {path: line_hashes(outcome.files[path].text) for path in paths if path in outcome.files}
    rules = rules_of([*(one.rule for one in findings), *(one.rule for one in accepted)], outcome.packs)
    index = {rule.id: place for place, rule in enumerate(rules)}
    results = [_result(found, index, hashes) for found in sorted(findings, key=lambda one: (one.location, one.rule))]
    results += [_accepted(one, index, hashes) for one in accepted]
    tool = outcome.report.tool
    driver = {
        "name": tool.name,
        "informationUri": page_of("").removesuffix("/rules/.md"),
        "semanticVersion": tool.version,
        "rules": [_rule(rule, page_of(rule.id, outcome.packs)) for rule in rules],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "automationDetails": {"id": "obslint/"},
        "invocations": [_invocation(outcome, len(outcome.report.findings) - len(findings))],
        "results": results,
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _invocation(outcome: Outcome, left_out: int) -> dict[str, Any]:
    """What was not analysed, what broke and what did not fit, so that a clean result is not mistaken for a full one."""
    missed = [{"level": "note", "message": {"text": f"not analysed: {one.path}: {one.reason}"}} for one in outcome.report.not_analysed]
    broken = [{"level": "error", "message": {"text": error}} for error in outcome.errors]
    more = [{"level": "warning", "message": {"text": f"{left_out} more findings are left out, which GitHub would not take"}}]
    return {"executionSuccessful": not outcome.errors, "toolExecutionNotifications": [*broken, *(more if left_out else ()), *missed]}


def _rule(rule: AnyRule, page: str) -> dict[str, Any]:
    links = list(dict.fromkeys([*([page] if page else []), *references(rule)]))
    text = f"{rule.summary} {rule.consequence}".strip()
    markdown = "\n".join([f"**{rule.summary}**", "", rule.consequence, "", *(f"- {link}" for link in links)])
    return {
        "id": rule.id[:MAX_NAME],
        "name": "".join(word.capitalize() for word in rule.id.split("-"))[:MAX_NAME],
        "shortDescription": {"text": rule.summary[:MAX_TEXT]},
        "fullDescription": {"text": text[:MAX_TEXT]},
        "help": {"text": f"{text}\n" + "\n".join(links), "markdown": markdown},
        **({"helpUri": page} if page else {}),
        "defaultConfiguration": {"level": LEVELS[rule.severity.value]},
        "properties": {
            "precision": PRECISION[rule.confidence],
            "problem.severity": PROBLEMS[rule.severity.value],
            "tags": _tags(rule)[:MAX_TAGS],
        },
    }


def _tags(rule: AnyRule) -> list[str]:
    tags = ["observability", rule.family, rule.persona.value]
    return tags if isinstance(rule, EngineRule) else [*tags, *rule.topics]


def _result(found: ReportedFinding, index: Mapping[str, int], hashes: Mapping[str, Mapping[int, str]]) -> dict[str, Any]:
    related = [
        _place(one.location, id=number) | {"message": {"text": one.label}} for number, one in enumerate(found.related[:MAX_LOCATIONS], 1)
    ]
    said = [f"[{_escaped(one.label)}]({number})" for number, one in enumerate(found.related[:MAX_LOCATIONS], 1)]
    address = f" ({found.resource.address})" if found.resource else ""
    result: dict[str, Any] = {
        "ruleId": found.rule,
        "ruleIndex": index.get(found.rule, -1),
        "level": LEVELS[found.severity],
        "message": {"text": _escaped(f"{found.message}{address}") + "".join(f"; {one}" for one in said)},
        "locations": [_place(found.location) | _logical(found)],
        "partialFingerprints": _fingerprints(found.location, found.fingerprint, hashes),
    }
    if related:
        result["relatedLocations"] = related
    if found.also:
        result["properties"] = {"also": list(found.also)}
    if found.fix and found.fix.edits:
        result["fixes"] = [_fix(found.fix)]
    return result


def _accepted(one: Suppressed, index: Mapping[str, int], hashes: Mapping[str, Mapping[int, str]]) -> dict[str, Any]:
    return {
        "ruleId": one.rule,
        "ruleIndex": index.get(one.rule, -1),
        "level": "note",
        "message": {"text": _escaped(one.message)},
        "locations": [_place(one.location)],
        "partialFingerprints": _fingerprints(one.location, "", hashes),
        "suppressions": [{"kind": "inSource", "status": "accepted", "justification": one.reason}],
    }


def _escaped(text: str) -> str:
    """Text in which brackets are no links."""
    return text.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")


def _fingerprints(location: Location, own: str, hashes: Mapping[str, Mapping[int, str]]) -> dict[str, str]:
    line = hashes.get(location.path, {}).get(location.line)
    return {**({"primaryLocationLineHash": line} if line else {}), **({"obslint/v1": own} if own else {})}


def _logical(found: ReportedFinding) -> dict[str, Any]:
    if found.resource is None:
        return {}
    return {"logicalLocations": [{"fullyQualifiedName": found.resource.address, "kind": "resource"}]}


def _place(location: Location, **more: int) -> dict[str, Any]:
    artifact = {"uri": quote(location.path)}
    return {**more, "physicalLocation": {"artifactLocation": artifact, "region": _region(location)}}


def _region(location: Location) -> dict[str, int]:
    """The place; one without length still has to span something where an editor draws it."""
    return {
        "startLine": location.line,
        "startColumn": location.column,
        "endLine": location.end_line,
        "endColumn": location.end_column,
    }


def _fix(fix: FixOffer) -> dict[str, Any]:
    changes: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        replacement = {"deletedRegion": _region(edit.location), "insertedContent": {"text": edit.text}}
        changes.setdefault(edit.location.path, []).append(replacement)
    return {
        "description": {"text": f"{fix.title} ({fix.applicability})"},
        "artifactChanges": [{"artifactLocation": {"uri": quote(path)}, "replacements": found} for path, found in changes.items()],
    }

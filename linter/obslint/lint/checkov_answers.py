"""What obslint says about every resource of a tree, in a form that the external checks for Checkov look up."""

from collections.abc import Iterator
from typing import Any

from obslint.lint.registry import Card
from obslint.lint.request import Request
from obslint.lint.runner import examined
from obslint.lint.session import Entry, Session
from obslint.model import Resource
from obslint.source import Place, Sources


def answers(request: Request) -> dict[str, Any]:
    """The resources with file, line and address; the rules that were asked about each, and what was not passed."""
    found = examined(request)
    kinds: dict[tuple[str, ...], int] = {}
    rows = [
        row | {"asked": kinds.setdefault(row["asked"], len(kinds))}
        for entry in found.snapshot.entries
        for row in _rows(entry, found.session, found.snapshot.sources)
    ]
    errors = [*found.session.registry.errors, *found.session.broken.values(), *found.estate.errors]
    raised = [error for entry in found.snapshot.entries for error in entry.judged.examination.errors]
    return {"version": 1, "asked": [list(kind) for kind in kinds], "resources": rows, "errors": list(dict.fromkeys([*errors, *raised]))}


def _rows(entry: Entry, session: Session, sources: Sources) -> Iterator[dict[str, Any]]:
    judged = entry.judged
    cards = session.registry.concerning(entry.unit.types, judged.profile.active)
    told = _told(entry, sources)
    for resource in entry.unit.resources:
        asked = tuple(card.id for card in cards if resource.type in card.types and card.id not in judged.examination.failed)
        if asked and not resource.type.startswith(("data.", "module.")):
            yield {
                "file": str(sources.absolute(resource.header.file)),
                "line": resource.header.file.position(resource.header.span.start)[0],
                "address": resource.origin or resource.address,
                "asked": asked,
                "answers": told.get(id(resource), {}),
            }


def _told(entry: Entry, sources: Sources) -> dict[int, dict[str, dict[str, Any]]]:
    """What was not passed, by resource and rule: the verdict, everything that is said, and the attributes."""
    judged = entry.judged
    found: dict[int, dict[str, dict[str, Any]]] = {}

    def note(resource: Resource, rule: str, verdict: str, text: str, attribute: str = "") -> None:
        row = found.setdefault(id(resource), {}).setdefault(rule, {"verdict": verdict, "said": [], "attributes": []})
        if row["verdict"] == verdict:
            row["said"].append(text)
            row["attributes"] += [attribute] if attribute else []

    for hit in judged.kept:
        finding = hit.finding
        note(finding.resource, hit.rule.id, "fail", f"{finding.message} ({_at(finding.at, sources)})", finding.attribute)
    for hit, ignore in judged.accepted:
        note(hit.finding.resource, hit.rule.id, "skip", ignore.directive.reason)
    for hit in judged.known:
        note(hit.finding.resource, hit.rule.id, "skip", "known in the baseline of obslint")
    for question in judged.examination.open:
        note(question.resource, question.rule.id, "unknown", question.reason)
    return found


def _at(place: Place, sources: Sources) -> str:
    return f"{sources.absolute(place.file).name}:{place.file.position(place.span.start)[0]}"


def check_id(rule: str) -> str:
    """The id of a rule in Checkov."""
    return f"OBSLINT_{rule.replace('-', '_').upper()}"


SERVERLESS = {
    "AWS::Lambda::Function": "AWS::Serverless::Function",
    "AWS::ApiGateway::Stage": "AWS::Serverless::Api",
    "AWS::ApiGatewayV2::Stage": "AWS::Serverless::HttpApi",
    "AWS::StepFunctions::StateMachine": "AWS::Serverless::StateMachine",
}
"""What SAM calls the resources that it makes these of."""


def checks(cards: list[Card]) -> list[dict[str, Any]]:
    """What Checkov has to know about the rules that look at resources of their own."""
    rows = []
    for card in sorted(cards, key=lambda card: card.id):
        own = [name for name in card.types if not name.startswith(("data.", "module."))]
        cloudformation = [name for name in own if "::" in name]
        cloudformation += [SERVERLESS[name] for name in cloudformation if name in SERVERLESS]
        terraform = [name for name in own if "::" not in name]
        if own:
            row = {"id": check_id(card.id), "rule": card.id, "name": card.summary, "severity": card.severity.value}
            rows.append(row | {"terraform": terraform, "cloudformation": cloudformation})
    return rows

"""Findings in code that is not the team's own: said at the call of the module, if an argument of the call can mend them."""

from dataclasses import replace

from obslint.model import Step, parse_path, read, settle
from obslint.policy import Finding, Label, advice


def at_call(finding: Finding) -> Finding | None:
    """The finding where its reader can act on it; None when nothing they write decides it."""
    resource = finding.resource
    if resource.owned or resource.call is None:
        return finding
    step = _deciding_argument(finding)
    if step is None or step.reference is None:
        return None
    name = step.reference.target.removeprefix(f"{resource.call_prefix}var.")
    passed = step.place is not None and not _foreign(step, finding)
    message = f"{finding.message}: the module is {'given this' if passed else 'not given the argument'} {name}"
    fix = advice(f"pass another {name} to the module", "the code of the module is not yours")
    return replace(
        finding,
        message=message,
        at=step.place if passed and step.place else resource.call,
        related=(Label(finding.at, "this is what it decides"),),
        fix=fix.on(resource, ()),
    )


def _deciding_argument(finding: Finding) -> Step | None:
    """The hop over a variable of the called module on the way from the attribute to the text that decides it."""
    if not finding.attribute:
        return None
    value = settle(read(finding.resource.fields, parse_path(finding.attribute)).value)
    start = f"{finding.resource.call_prefix}var."
    steps = [step for step in value.trail if step.reference and step.reference.target.startswith(start)]
    return steps[-1] if steps else None


def _foreign(step: Step, finding: Finding) -> bool:
    """Whether the hop stands in the module's own files: its default decides, and the call says nothing."""
    place, call = step.place, finding.resource.call
    return place is not None and call is not None and place.file is not call.file

"""Policies in YAML as rules: each becomes a check over a typed view, three-valued like those in Python."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from inspect import Parameter, Signature
from pathlib import Path
from types import ModuleType
from typing import Any

from obslint import aws
from obslint.lint.folders import package_of
from obslint.lint.policy_questions import Asker, Question
from obslint.lint.policy_schema import Condition, FixPart, Policy
from obslint.lint.policy_text import PolicyError, PolicyText, Steps, read_policies
from obslint.policy import CONTROLS, PEERS, Finding, Fix, Persona, Rule, Severity, advice, rule, set_to


def policies_in(file: Path, family: str, errors: list[str]) -> Iterator[Rule]:
    """The rules of a file of policies; what is wrong is left out, and said with file and line among the errors."""
    try:
        text, found, complaints = read_policies(file)
    except PolicyError as error:
        errors.append(f"policies are left out: {error}")
        return
    errors += [f"policy is left out: {complaint}" for complaint in complaints]
    if found is None:
        return
    numbers = {one.get("id"): number for number, one in enumerate(text.tree["policies"]) if isinstance(one, dict)}
    for policy in found.policies:
        steps: Steps = ("policies", numbers[policy.id])
        maker = _Maker(policy, text, steps, Asker(text))
        made = maker.rule(found.family or family)
        errors += [f"policy {policy.id} is left out: {complaint}" for complaint in maker.asker.complaints]
        if made is not None:
            yield made


@dataclass(slots=True)
class _Maker:
    """Turns one policy into a rule."""

    policy: Policy
    text: PolicyText
    steps: Steps
    asker: Asker

    def rule(self, family: str) -> Rule | None:
        """The rule; None when something in the policy names what is not there."""
        policy, asker = self.policy, self.asker
        view = asker.view(policy.view, (*self.steps, "view"))
        if view is None:
            return None
        holds = asker.question(policy.when, view, (*self.steps, "when"))
        at = policy.at or next(_attributes(policy.when), "")
        if policy.at:
            asker.attribute(view, policy.at, (*self.steps, "at"))
        self._check_names(view)
        if asker.complaints:
            return None
        made = rule(
            Severity(policy.severity), persona=Persona(policy.persona), confidence=policy.confidence, topics=policy.topics,
            **policy.equivalents,
        )  # fmt: skip
        return made(self._check(view, holds, "" if at == "resource" else at, family))

    def _check_names(self, view: type[aws.View]) -> None:
        """Complains about names in the message, the fix and the equivalents that do not exist."""
        for name in placeholders(self.policy.message):
            if name != "address":
                self.asker.attribute(view, name, (*self.steps, "message"))
        for name in self.policy.fix.set if self.policy.fix else ():
            self.asker.attribute(view, name, (*self.steps, "fix", "set", name))
        for name in self.policy.equivalents:
            self.asker.known(name, PEERS | CONTROLS, "tool or framework", (*self.steps, "equivalents", name))

    def _check(self, view: type[aws.View], holds: Question, at: str, family: str) -> Any:
        policy = self.policy

        def check(subject: aws.View, unit: aws.Unit) -> Iterator[Finding]:
            if holds(subject, unit):
                place = getattr(subject, at) if at else subject
                yield place.finding(_message(policy.message, subject), fix=_fix(policy.fix, subject))

        check.__name__ = check.__qualname__ = policy.id.replace("-", "_")
        check.__doc__ = _doc(policy)
        check.__module__ = _module(self.text.path, family)
        described: Any = check
        described.__signature__ = Signature(
            [Parameter(name, Parameter.POSITIONAL_ONLY, annotation=kind) for name, kind in (("subject", view), ("unit", aws.Unit))]
        )
        described.place = f"{self.text.path}:{self.text.line(self.steps)}"
        described.reads = frozenset((*_attributes(policy.when), *([at] if at else [])))
        return check


def placeholders(message: str) -> list[str]:
    """The names in braces in a message."""
    import re

    return re.findall(r"\{([^{}]*)\}", message)


def _message(text: str, subject: aws.View) -> str:
    for name in placeholders(text):
        text = text.replace(f"{{{name}}}", subject.address if name == "address" else getattr(subject, name).shown)
    return text


def _attributes(condition: Condition) -> Iterator[str]:
    """The attributes of the subject that a condition asks about."""
    if condition.attribute:
        yield condition.attribute
    for inner in (*(condition.all or ()), *(condition.any or ()), *([condition.not_] if condition.not_ else [])):
        yield from _attributes(inner)


def _fix(given: FixPart | None, subject: aws.View) -> Fix | None:
    """The fix on the first attribute that it sets; none where the dialect has no such attribute."""
    if given is None:
        return None
    if not given.set:
        return advice(given.title, given.reason, given.effect)
    values = [(getattr(subject, name), list(value) if isinstance(value, tuple) else value) for name, value in given.set.items()]
    if not all(attribute.path for attribute, _ in values):
        return None
    unsafe, manual = (given.reason if given.safety == kind else "" for kind in ("unsafe", "manual"))
    (first, value), *rest = values
    return set_to(value, also=rest, unsafe=unsafe, manual=manual, effect=given.effect, title=given.title).on(subject.resource, first.path)


def _doc(policy: Policy) -> str:
    """The documentation of a policy, in the form of a docstring of a rule in Python."""
    parts = [policy.summary, policy.why]
    sections = []
    if policy.fix:
        reason = policy.fix.reason or "as the author of the policy says"
        sections.append(f"Fix safety: {policy.fix.safety}, {reason.rstrip('.')}.")
    if policy.when_to_ignore:
        sections.append(f"When to ignore: {policy.when_to_ignore}")
    if policy.references:
        sections.append("References: " + "\n".join(policy.references))
    return "\n\n".join(part.strip() for part in (*parts, "\n".join(sections)) if part.strip())


def _module(file: Path, family: str) -> str:
    """The name of the module that a file of policies stands for; it tells family and file."""
    name = f"{package_of(file if file.parent.name != 'policies' else file.parent.parent)}.{family}.{file.stem.replace('.', '_')}"
    module = sys.modules.setdefault(name, ModuleType(name))
    module.__file__ = str(file)
    return name

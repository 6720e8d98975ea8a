"""What makes a function a rule."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from obslint.policy.finding import Finding, Persona, Severity

Confidence = Literal["high", "medium", "low"]

PEERS = frozenset({"checkov", "trivy", "kics", "guard", "cfn_nag", "cdk_nag", "terrascan", "regula", "security_hub", "prowler"})
"""Tools whose check ids a rule may name as its equivalents."""

CONTROLS = frozenset(
    {
        "cis_aws_1_2",
        "cis_aws_1_4",
        "cis_aws_3_0",
        "cis_aws_5_0",
        "nist_800_53_r5",
        "pci_dss_3_2_1",
        "pci_dss_4_0",
        "aws_fsbp",
        "hipaa",
        "soc2",
    }
)
"""Compliance frameworks whose items a rule may name."""

Check = Callable[..., Iterator[Finding]]


class Options:
    """What users can set for a rule: a frozen dataclass whose fields have defaults and whose docstring says what they are.

    A rule takes it as a further parameter: `def rule(group: LogGroup, options: RetentionOptions)`.
    """

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A check and what is said about it. Everything but the keyword arguments of `rule` is derived from the function."""

    check: Check
    severity: Severity
    persona: Persona
    confidence: Confidence
    topics: tuple[str, ...]
    peers: Mapping[str, tuple[str, ...]]
    controls: Mapping[str, tuple[str, ...]]

    @property
    def id(self) -> str:
        """The kebab-case name by which the rule is selected and ignored."""
        return self.check.__name__.replace("_", "-")

    @property
    def family(self) -> str:
        """The folder the rule lies in."""
        return self.check.__module__.rpartition(".")[0].rpartition(".")[2]

    @property
    def subjects(self) -> tuple[Any, ...]:
        """The views whose resources are checked: the type of the first parameter, or the types where several stand with `|` between."""
        given = _annotations(self.check)[0]
        return get_args(given) or (given,)

    @property
    def subject(self) -> Any:
        """The first of the views."""
        return self.subjects[0]

    @property
    def types(self) -> tuple[str, ...]:
        """The resource types of all views."""
        return tuple(dict.fromkeys(name for view in self.subjects for name in view.types()))

    @property
    def surroundings(self) -> tuple[Any, ...]:
        """What the rule is given beside the resource: the types of its further parameters."""
        return _annotations(self.check)[1:]

    @property
    def options(self) -> type[Options] | None:
        """What users can set for the rule, if anything."""
        return next((kind for kind in self.surroundings if isinstance(kind, type) and issubclass(kind, Options)), None)

    @property
    def doc(self) -> str:
        """The docstring, without indentation."""
        return inspect.getdoc(self.check) or ""

    @property
    def summary(self) -> str:
        """The first line of the docstring: what is wrong, as a sentence."""
        return self.doc.partition("\n")[0]

    @property
    def consequence(self) -> str:
        """The second paragraph of the docstring: what it costs when it happens."""
        paragraphs = self.doc.split("\n\n")
        return " ".join(paragraphs[1].split()) if len(paragraphs) > 1 else ""


def _annotations(check: Check) -> tuple[Any, ...]:
    """The types of a check's parameters, also where its module has them as text (`from __future__ import annotations`)."""
    return tuple(parameter.annotation for parameter in inspect.signature(check, eval_str=True).parameters.values()) or (
        inspect.Parameter.empty,
    )


def rule(
    severity: Severity,
    *,
    persona: Persona = Persona.REGULAR,
    confidence: Confidence = "high",
    topics: tuple[str, ...] = (),
    **equivalents: str | tuple[str, ...],
) -> Callable[[Check], Rule]:
    """Turns a function over a view into a rule.

    `equivalents` are ids of the same check elsewhere (`checkov="CKV_AWS_36"`) and items of compliance frameworks
    (`cis_aws_3_0="3.2"`); several stand in one text with spaces between. Raises `TypeError` for a tool or framework that
    is not known.
    """
    if unknown := set(equivalents) - PEERS - CONTROLS:
        raise TypeError(f"neither a peer nor a framework: {', '.join(sorted(unknown))}")
    listed = {key: tuple(ids.split()) if isinstance(ids, str) else ids for key, ids in equivalents.items()}
    peers = {key: ids for key, ids in listed.items() if key in PEERS}
    controls = {key: ids for key, ids in listed.items() if key in CONTROLS}
    return lambda check: Rule(check, severity, persona, confidence, topics, peers, controls)

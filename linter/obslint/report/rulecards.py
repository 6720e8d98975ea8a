"""What reports for other tools say about rules."""

from collections.abc import Iterable
from functools import cache

from obslint.lint import registry
from obslint.lint.engine_rules import EngineRule
from obslint.policy import Rule

HOME = "https://github.com/obslint/obslint/blob/main/docs/rules"

AnyRule = Rule | EngineRule


@cache
def _known() -> registry.Registry:
    return registry.load()


def rules_of(names: Iterable[str]) -> list[AnyRule]:
    """The rules with these ids, sorted by id, as far as they are installed."""
    known = _known()
    return [known.rule(name) for name in sorted(set(names)) if name in known.cards]


def page_of(rule: str) -> str:
    """Where a rule is described."""
    return f"{HOME}/{rule}.md"


def references(rule: AnyRule) -> list[str]:
    """The addresses that a rule's text names."""
    return [word for word in rule.doc.split() if word.startswith("https://")]

"""What reports for other tools say about rules."""

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from obslint.lint import registry
from obslint.lint.engine_rules import EngineRule
from obslint.policy import Rule

HOME = "https://github.com/obslint/obslint/blob/main/docs/rules"

AnyRule = Rule | EngineRule


@cache
def _known(packs: tuple[Path, ...]) -> registry.Registry:
    return registry.load(folders=packs)


def rules_of(names: Iterable[str], packs: tuple[Path, ...] = ()) -> list[AnyRule]:
    """The rules with these ids, sorted by id, as far as they are installed or in the packs of the run."""
    known = _known(packs)
    return [known.rule(name) for name in sorted(set(names)) if name in known.cards]


def page_of(name: str, packs: tuple[Path, ...] = ()) -> str:
    """Where a rule is described: its page, or for a rule of others the first address that its text names, if any."""
    known = _known(packs)
    card = known.cards.get(name)
    if card is None or not card.module or card.module.startswith("obslint_rules."):
        return f"{HOME}/{name}.md"
    return next(iter(references(known.rule(name))), "")


def references(rule: AnyRule) -> list[str]:
    """The addresses that a rule's text names."""
    return [word for word in rule.doc.split() if word.startswith("https://")]

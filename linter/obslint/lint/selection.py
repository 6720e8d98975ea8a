"""Which rules are on in a run."""

from collections.abc import Collection, Mapping

from obslint.lint.engine_rules import FAMILY, SYNTAX_ERROR
from obslint.lint.registry import Card, Registry
from obslint.lint.request import Request, UsageError
from obslint.policy import Severity

ALL = "all"
_ABSENT, _ALL, _FAMILY, _ALIAS, _RULE = range(-1, 4)


def select(request: Request, registry: Registry, severities: Mapping[str, Severity] | None = None) -> frozenset[str]:
    """The ids of the rules that are on.

    Names are rule ids, the ids of other tools (`checkov:CKV_AWS_36`), compliance frameworks and their items (`cis_aws_3_0:3.2`),
    families and `all`. The more exact name wins, in this order, and `ignore` wins a tie; a rule selected by more than its family is
    on whatever its persona. `severities` are those that users gave to rules.

    Rules of the engine are on until ignored by id or family; their findings follow the rules they speak of.
    Raises `UsageError` for a name that does not exist.
    """
    for name in (*request.select, *request.ignore):
        if name not in registry.cards and name not in registry.families and name != ALL and name not in registry.aliases:
            known = {*registry.cards, *registry.families, ALL, *registry.aliases}
            raise UsageError(f"there is no rule or family {name}{did_you_mean(name, known) or '; `obslint rules` lists them'}")
    selected, ignored = Names(request.select, registry), Names(request.ignore, registry)
    own = severities or {}
    return frozenset(card.id for card in registry if _is_on(card, own.get(card.id, card.severity), request, selected, ignored))


class Names:
    """Names as they are given on a command line, and how exactly they speak of a rule."""

    def __init__(self, names: Collection[str], registry: Registry) -> None:
        self.names = frozenset(names)
        aliased = [name for name in names if name not in registry.cards and name not in registry.families and name != ALL]
        self._aliased = frozenset(rule for name in aliased for rule in registry.aliases.get(name, ()))

    def exactness(self, card: Card) -> int:
        """By its id, by what others call it, by its family, by all rules, or not at all."""
        if card.id in self.names:
            return _RULE
        if card.id in self._aliased:
            return _ALIAS
        if card.family in self.names:
            return _FAMILY
        return _ALL if ALL in self.names else _ABSENT


def _is_on(card: Card, severity: Severity, request: Request, select: Names, ignore: Names) -> bool:
    ignored = ignore.exactness(card)
    if card.id == SYNTAX_ERROR.id:
        return ignored < _RULE
    if severity.rank < request.min_severity.rank:
        return False
    if card.family == FAMILY:
        return ignored < _FAMILY or select.exactness(card) > ignored
    selected = select.exactness(card) if request.select else _ALL
    return selected > ignored and (selected >= _ALIAS or card.persona.rank <= request.persona.rank)


def did_you_mean(name: str, known: Collection[str]) -> str:
    """A hint at the nearest known name, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), 1, 0.6)
    return f"; did you mean {near[0]}?" if near else ""

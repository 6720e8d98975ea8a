"""Which rules are on in a run."""

from collections.abc import Collection

from obslint.lint.engine_rules import FAMILY, SYNTAX_ERROR
from obslint.lint.registry import Card, Registry
from obslint.lint.request import Request, UsageError

ALL = "all"
_ABSENT, _ALL, _FAMILY, _RULE = -1, 0, 1, 2


def select(request: Request, registry: Registry) -> frozenset[str]:
    """The ids of the rules that are on.

    Names are rule ids, families and `all`. The more exact name wins, and `ignore` wins a tie; a rule selected by its id is on
    whatever its persona. Rules of the engine are on until ignored by id or family; their findings follow the rules they speak of.
    Raises `UsageError` for a name that does not exist.
    """
    known = {*registry.cards, *registry.families, ALL}
    for name in (*request.select, *request.ignore):
        if name not in known:
            raise UsageError(f"there is no rule or family {name}{did_you_mean(name, known) or '; `obslint rules` lists them'}")
    return frozenset(card.id for card in registry if _is_on(card, request))


def _is_on(card: Card, request: Request) -> bool:
    ignored = _exactness(card, request.ignore)
    if card.id == SYNTAX_ERROR.id:
        return ignored < _RULE
    if card.severity.rank < request.min_severity.rank:
        return False
    if card.family == FAMILY:
        return ignored < _FAMILY or _exactness(card, request.select) > ignored
    selected = _exactness(card, request.select) if request.select else _ALL
    return selected > ignored and (selected == _RULE or card.persona.rank <= request.persona.rank)


def _exactness(card: Card, names: Collection[str]) -> int:
    """How exactly the names speak of a rule: its id, its family, all rules, or not at all."""
    if card.id in names:
        return _RULE
    if card.family in names:
        return _FAMILY
    return _ALL if ALL in names else _ABSENT


def did_you_mean(name: str, known: Collection[str]) -> str:
    """A hint at the nearest known name, or nothing."""
    from difflib import get_close_matches

    near = get_close_matches(name, sorted(known), 1, 0.6)
    return f"; did you mean {near[0]}?" if near else ""

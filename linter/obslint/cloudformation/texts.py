"""Putting texts together from values of which some are known only at deployment."""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from obslint.model import Candidate, Fields, Guard, Known, Reference, Symbolic, Unknown, Value, references
from obslint.model.compare import plain
from obslint.source import Place

MAX_CANDIDATES = 32
"""A text whose parts depend on conditions is followed through this many combinations."""

_DYNAMIC = re.compile(r"\{\{resolve:[^{}]*\}\}")
_NOT_SAID = "a dynamic reference is read at deployment"


def dynamic_text(text: str, place: Place) -> Value:
    """Text with `{{resolve:...}}` in it. What it names is never shown, only a digest tells two apart."""
    parts: list[Value] = []
    position = 0
    for found in _DYNAMIC.finditer(text):
        if found.start() > position:
            parts.append(Known(text[position : found.start()]))
        digest = hashlib.sha256(found.group().encode()).hexdigest()[:8]
        parts.append(Unknown(_NOT_SAID, symbol=Reference(f"dynamic-reference-{digest}"), place=place))
        position = found.end()
    if position < len(text):
        parts.append(Known(text[position:]))
    return join(parts, place)


def join(values: Sequence[Value], place: Place) -> Value:
    """The values as one text: known, symbolic around references, or unknown with the reason of the first that is."""
    if any(isinstance(value, Unknown) and _conditional(value) for value in values):
        return product(values, place, lambda chosen: join(chosen, place))
    parts: list[str | Reference] = []
    for value in values:
        pieces = _pieces(value)
        if isinstance(pieces, Unknown):
            return Unknown(pieces.why, mentions=mentioned(values), place=place)
        for piece in pieces:
            if isinstance(piece, str) and parts and isinstance(parts[-1], str):
                parts[-1] += piece
            elif piece != "":
                parts.append(piece)
    if all(isinstance(part, str) for part in parts):
        return Known("".join(str(part) for part in parts), place=place)
    alone = next((value for value in values if isinstance(value, Unknown)), None)
    if len(parts) == 1 and alone is not None:
        return Unknown(alone.why, symbol=alone.symbol, candidates=alone.candidates, mentions=alone.mentions, place=place)
    return Symbolic(tuple(parts), place=place)


def _conditional(value: Unknown) -> bool:
    return any(candidate.guards for candidate in value.candidates) or (bool(value.candidates) and value.symbol is None)


def _pieces(value: Value) -> tuple[str | Reference, ...] | Unknown:
    """One value as parts of a text."""
    if isinstance(value, Known) and not isinstance(value.data, tuple | Fields):
        return (plain(value.data),)
    if isinstance(value, Symbolic):
        return value.parts
    if isinstance(value, Unknown):
        if value.symbol is None:
            return value
        return (replace(value.symbol, why=value.why, within=value.mentions),)
    return Unknown("a list, a map or nothing stands inside a text")


def mentioned(values: Sequence[Value]) -> tuple[Reference, ...]:
    """Every reference that went into the values."""
    return tuple(dict.fromkeys(references(*values)))


def product(values: Sequence[Value], place: Place, build: Callable[[list[Value]], Value]) -> Value:
    """What `build` makes of every combination of candidates whose conditions do not contradict each other."""
    combinations: list[tuple[list[Value], dict[str, bool]]] = [([], {})]
    for value in values:
        choices = list(_choices(value)) if isinstance(value, Unknown) and _conditional(value) else [(value, ())]
        combinations = [
            ([*chosen, choice], {**sides, **{guard.condition: guard.holds for guard in guards}})
            for chosen, sides in combinations
            for choice, guards in choices
            if all(sides.get(guard.condition, guard.holds) == guard.holds for guard in guards)
        ]
        if len(combinations) > MAX_CANDIDATES:
            return Unknown("the text depends on too many conditions", mentions=mentioned(values), place=place)
    candidates = tuple(
        Candidate(build(chosen), tuple(Guard(name, holds) for name, holds in sides.items())) for chosen, sides in combinations
    )
    why = next(value.why for value in values if isinstance(value, Unknown) and _conditional(value))
    return Unknown(why, candidates=candidates, place=place)


def _choices(value: Unknown) -> list[tuple[Value, tuple[Guard, ...]]]:
    found: list[tuple[Value, tuple[Guard, ...]]] = []
    for candidate in value.candidates:
        inner = candidate.value
        if isinstance(inner, Unknown) and _conditional(inner):
            found.extend((choice, (*candidate.guards, *guards)) for choice, guards in _choices(inner))
        else:
            found.append((inner, candidate.guards))
    return found

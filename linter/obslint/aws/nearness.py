"""Names that are nearly the same: what somebody meant to write."""

import re
from collections.abc import Collection

_CUT = re.compile(r"[-_./ ]+")
MIN_WORD = 5
"""Words shorter than this differ on purpose as often as not: `dev` and `uat`, `p1` and `p2`."""


def nearest(name: str, known: Collection[str]) -> str | None:
    """The one known name that this one is a misspelling of; None when it is known itself, or several could be meant."""
    if name in known:
        return None
    near = [other for other in known if is_near(name, other)]
    return near[0] if len(near) == 1 else None


def is_near(one: str, other: str) -> bool:
    """Whether two names differ by what slips in typing: case, separators, or a letter or two of a longer word."""
    a, b = _CUT.split(one.casefold()), _CUT.split(other.casefold())
    if "".join(a) == "".join(b):
        return True
    if len(a) != len(b) or re.findall(r"\d+", one) != re.findall(r"\d+", other):
        return False
    return all(x == y or (min(len(x), len(y)) >= MIN_WORD and distance(x, y) <= 2) for x, y in zip(a, b, strict=True))


def distance(one: str, other: str) -> int:
    """How many letters have to be put in, taken out or changed to make one text of another (Levenshtein)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]

"""Character classes of RE2."""

import unicodedata
from dataclasses import dataclass, field

from obslint.terraform.functions.data import FunctionError, UndecidedError

Range = tuple[int, int]

LAST = 0x10FFFF
DIGITS: tuple[Range, ...] = ((0x30, 0x39),)
WORDS: tuple[Range, ...] = ((0x30, 0x39), (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
SPACES: tuple[Range, ...] = ((0x09, 0x0A), (0x0C, 0x0D), (0x20, 0x20))
PERL: dict[str, tuple[Range, ...]] = {"d": DIGITS, "w": WORDS, "s": SPACES}
POSIX: dict[str, tuple[Range, ...]] = {
    "alnum": ((0x30, 0x39), (0x41, 0x5A), (0x61, 0x7A)),
    "alpha": ((0x41, 0x5A), (0x61, 0x7A)),
    "ascii": ((0x00, 0x7F),),
    "blank": ((0x09, 0x09), (0x20, 0x20)),
    "cntrl": ((0x00, 0x1F), (0x7F, 0x7F)),
    "digit": DIGITS,
    "graph": ((0x21, 0x7E),),
    "lower": ((0x61, 0x7A),),
    "print": ((0x20, 0x7E),),
    "punct": ((0x21, 0x2F), (0x3A, 0x40), (0x5B, 0x60), (0x7B, 0x7E)),
    "space": ((0x09, 0x0D), (0x20, 0x20)),
    "upper": ((0x41, 0x5A),),
    "word": WORDS,
    "xdigit": ((0x30, 0x39), (0x41, 0x46), (0x61, 0x66)),
}
_MINORS = {"C": "cfos", "L": "lmotu", "M": "cen", "N": "dlo", "P": "cdefios", "S": "ckmo", "Z": "lps"}
_CATEGORIES = frozenset(major + minor for major, minors in _MINORS.items() for minor in minors)


@dataclass(frozen=True, slots=True)
class CharClass:
    """A set of characters: ranges, general categories (True when complemented), and whether all of it is complemented.

    `fold` ignores case. `known` remembers answers.
    """

    ranges: tuple[Range, ...]
    categories: tuple[tuple[str, bool], ...] = ()
    negated: bool = False
    fold: bool = False
    known: dict[str, bool] = field(default_factory=dict, compare=False)

    def has(self, character: str) -> bool:
        """Whether a character belongs to the class."""
        if (answer := self.known.get(character)) is None:
            forms = variants(character) if self.fold else (character,)
            answer = self.known[character] = any(map(self._listed, forms)) is not self.negated
        return answer

    def _listed(self, character: str) -> bool:
        point = ord(character)
        if any(first <= point <= last for first, last in self.ranges):
            return True
        return any(unicodedata.category(character).startswith(name) is not negated for name, negated in self.categories)


def variants(character: str) -> tuple[str, ...]:
    """A character in both cases, as far as a single character is its other case."""
    forms = {character, character.lower(), character.upper(), character.casefold(), character.casefold().upper()}
    return tuple(form for form in forms if len(form) == 1)


def complement(ranges: tuple[Range, ...]) -> tuple[Range, ...]:
    """All characters outside the ranges."""
    result: list[Range] = []
    start = 0
    for first, last in sorted(ranges):
        if start < first:
            result.append((start, first - 1))
        start = max(start, last + 1)
    return (*result, (start, LAST)) if start <= LAST else tuple(result)


def category(name: str) -> str:
    """The prefix of general categories that `\\p{name}` stands for."""
    if name == "Any":
        return ""
    if name in _MINORS or name in _CATEGORIES:
        return name
    if name.isalpha() or "_" in name:
        raise UndecidedError(f"\\p{{{name}}} in a pattern cannot be evaluated here")
    raise FunctionError(f"invalid regexp pattern: invalid character class range in \\p{{{name}}}")

"""User-perceived characters: Terraform counts those, not code points.

A compact form of the rules of Unicode Standard Annex 29 over what the standard library knows. Prepended concatenation marks
and the conjuncts of Indic scripts are not joined.
"""

import unicodedata

_ZERO_WIDTH_JOINER = "\u200d"


def graphemes(text: str) -> list[str]:
    """The text cut into grapheme clusters."""
    if text.isascii() and "\r\n" not in text:
        return list(text)
    clusters: list[str] = []
    for character in text:
        if clusters and _joins(clusters[-1], character):
            clusters[-1] += character
        else:
            clusters.append(character)
    return clusters


def _joins(cluster: str, character: str) -> bool:
    """Whether a character belongs to the cluster before it."""
    last = cluster[-1]
    if last == "\r" and character == "\n":
        return True
    if _is_control(last) or _is_control(character):
        return False
    if _is_mark(character):
        return True
    if last == _ZERO_WIDTH_JOINER and _is_pictograph(character):
        return _is_pictograph(cluster[0]) or _is_regional(cluster[0]) or _hangul(cluster[0]) != "-"
    if _is_regional(character):
        return _is_regional(last) and len(cluster) % 2 == 1
    return _hangul(last) + _hangul(character) in {"LL", "LV", "LW", "LX", "VV", "VT", "WV", "WT", "TT", "XT"}


def _is_control(character: str) -> bool:
    category = unicodedata.category(character)
    return category in {"Cc", "Zl", "Zp"} or (category == "Cf" and not _extends(character))


def _is_mark(character: str) -> bool:
    return _extends(character) or unicodedata.category(character) == "Mc"


def _extends(character: str) -> bool:
    point = ord(character)
    return (
        unicodedata.category(character) in {"Mn", "Me"}
        or point in {0x200C, 0x200D, 0xFF9E, 0xFF9F}
        or 0x1F3FB <= point <= 0x1F3FF
        or 0xE0020 <= point <= 0xE007F
    )


def _is_pictograph(character: str) -> bool:
    point = ord(character)
    return (0x1F000 <= point <= 0x1FAFF and not _is_regional(character)) or (
        0xA9 <= point <= 0x3299 and unicodedata.category(character) in {"So", "Sm", "Po", "Pd"}
    )


def _is_regional(character: str) -> bool:
    return 0x1F1E6 <= ord(character) <= 0x1F1FF


def _hangul(character: str) -> str:
    """L, V, T for single jamo, W for a syllable without and X for one with a final consonant."""
    point = ord(character)
    if 0xAC00 <= point <= 0xD7A3:
        return "X" if (point - 0xAC00) % 28 else "W"
    for kind, first, end in (("L", 0x1100, 0x115F), ("V", 0x1160, 0x11A7), ("T", 0x11A8, 0x11FF)):
        if first <= point <= end:
            return kind
    for kind, first, end in (("L", 0xA960, 0xA97C), ("V", 0xD7B0, 0xD7C6), ("T", 0xD7CB, 0xD7FB)):
        if first <= point <= end:
            return kind
    return "-"

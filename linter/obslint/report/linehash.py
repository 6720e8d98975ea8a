"""The line hashes by which GitHub code scanning recognises an alert when lines move.

Bit for bit those of github/codeql-action, `src/fingerprints.ts`: a rolling hash, base 37 and modulo 2^64, over the hundred characters
from the start of a line on, blanks left out, line ends made one, with the count of equal hashes before.
"""

import struct
from collections import Counter

_BLOCK, _BASE, _MASK = 100, 37, (1 << 64) - 1
_FIRST = pow(_BASE, _BLOCK, 1 << 64)
_TAB, _SPACE, _LF, _CR, _EOF = 9, 32, 10, 13, 65535


def line_hashes(text: str) -> dict[int, str]:
    """The hash of every line (from 1)."""
    window, lines = [0] * _BLOCK, [-1] * _BLOCK
    found: dict[int, str] = {}
    counts: Counter[int] = Counter()
    value = index = number = 0
    fresh = True

    def emit() -> None:
        counts[value] += 1
        found[lines[index]] = f"{value:x}:{counts[value]}"
        lines[index] = -1

    for unit in (*_units(text), _EOF, *[None] * _BLOCK):
        if lines[index] != -1:
            emit()
        if unit is not None and fresh:
            number += 1
            lines[index] = number
        fresh = unit == _LF
        current = 0 if unit is None else unit
        value = (_BASE * value + current - _FIRST * window[index]) & _MASK
        window[index] = current
        index = (index + 1) % _BLOCK
    return found


def _units(text: str) -> list[int]:
    """The UTF-16 units that count: no blanks, and one line feed for each line end."""
    data = text.encode("utf-16-le", "surrogatepass")
    found, after_return = [], False
    for unit in struct.unpack(f"<{len(data) // 2}H", data):
        if unit in (_SPACE, _TAB) or (after_return and unit == _LF):
            after_return = False
            continue
        after_return = unit == _CR
        found.append(_LF if after_return else unit)
    return found

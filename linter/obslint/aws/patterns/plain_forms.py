"""Reads patterns for plain text: words with signs, and columns in brackets."""

import re

from obslint.aws.patterns.json_form import chain
from obslint.aws.patterns.scanner import Scanner
from obslint.aws.patterns.syntax import Column, ColumnPattern, Compare, Sign, Term, TermPattern

_WORD = re.compile(r'[^\s"]+')
_COLUMN = re.compile(r"[^\s,\[\]=!<>&|]+")
_CELL = re.compile(r'[^\s,\[\]&|"%]+')
_SIGNS: tuple[Sign, ...] = ("-", "?")


def read_terms(scanner: Scanner) -> TermPattern:
    """Words and phrases."""
    found: list[Term] = []
    while not scanner.ended:
        sign: Sign = next((one for one in _SIGNS if scanner.take(one)), "")
        found.append(Term(scanner.value(_WORD), sign))
    return TermPattern(tuple(found))


def read_columns(scanner: Scanner) -> ColumnPattern:
    """Columns in brackets."""
    scanner.expect("[")
    found = [_column(scanner)]
    while scanner.take(","):
        found.append(_column(scanner))
    scanner.expect("]")
    return ColumnPattern(tuple(found))


def _column(scanner: Scanner) -> Column:
    start = scanner.at
    name = _name(scanner)
    scanner.skip()
    if scanner.text.startswith((",", "]"), scanner.at):
        return Column(name)
    scanner.at = start
    return Column(name, chain(scanner, lambda: _cell(scanner)))


def _cell(scanner: Scanner) -> Compare:
    return Compare(_name(scanner), scanner.operator(), scanner.value(_CELL))


def _name(scanner: Scanner) -> str:
    scanner.skip()
    found = scanner.match(_COLUMN)
    if found is None:
        raise scanner.fail("the name of a column is missing")
    return found.group()

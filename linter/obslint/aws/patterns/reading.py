"""Reads filter patterns of every form."""

from functools import lru_cache

from obslint.aws.patterns.json_form import read_json_form
from obslint.aws.patterns.plain_forms import read_columns, read_terms
from obslint.aws.patterns.scanner import NotAPatternError, Scanner
from obslint.aws.patterns.syntax import FilterPattern, Malformed


@lru_cache(maxsize=512)
def read_pattern(text: str) -> FilterPattern | Malformed:
    """What a filter pattern says; where it says nothing, what is wrong with it and where."""
    scanner = Scanner(text)
    try:
        found = _read(scanner, text.lstrip()[:1])
        if not scanner.ended:
            scanner.fail("nothing belongs after the pattern")
    except NotAPatternError as error:
        return Malformed(error.message, error.at)
    return found


def _read(scanner: Scanner, first: str) -> FilterPattern:
    if first == "{":
        return read_json_form(scanner)
    return read_columns(scanner) if first == "[" else read_terms(scanner)

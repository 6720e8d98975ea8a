"""String functions."""

from obslint.terraform.functions.data import MAX_ELEMENTS, MAX_TEXT, Data, FunctionError, TooLargeError
from obslint.terraform.functions.signature import Family

FUNCTIONS = Family()

_SPACE = "\t\n\v\f\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"
"""What Unicode calls white space; Python's `strip` takes more."""


@FUNCTIONS.define("str: string")
def chomp(text: str) -> Data:
    """Without newlines at the end."""
    return text.rstrip("\r\n")


@FUNCTIONS.define("spaces: whole, str: string")
def indent(spaces: int, text: str) -> Data:
    """Every line but the first indented."""
    if spaces < 0:
        raise FunctionError("cannot indent by a negative number of spaces")
    if text.count("\n") * spaces > MAX_TEXT:
        raise TooLargeError
    return text.replace("\n", "\n" + " " * spaces) if "\n" in text else text


@FUNCTIONS.define("separator: string, *lists: list(string)")
def join(separator: str, *lists: list[str | None]) -> Data:
    """The strings of lists in a row."""
    if not lists:
        raise FunctionError("at least one list is required")
    parts: list[str] = []
    for items in lists:
        for index, item in enumerate(items):
            if item is None:
                raise FunctionError(f"element {index} is null; cannot concatenate null values")
            parts.append(item)
    if len(parts) * len(separator) + sum(map(len, parts)) > MAX_TEXT:
        raise TooLargeError
    return separator.join(parts)


@FUNCTIONS.define("str: string")
def lower(text: str) -> Data:
    """In lower case, character by character."""
    return "".join(map(_lower, text)) if not text.isascii() else text.lower()


def _lower(character: str) -> str:
    low = character.lower()
    return low if len(low) == 1 else low[0]


@FUNCTIONS.define("str: string")
def upper(text: str) -> Data:
    """In upper case, character by character; what has no single upper-case character stays."""
    return "".join(_single(character.upper(), character) for character in text)


@FUNCTIONS.define("str: string")
def title(text: str) -> Data:
    """Every word with a capital letter."""
    previous = " "
    result = []
    for character in text:
        result.append(_single(character.title(), character) if _separates(previous) else character)
        previous = character
    return "".join(result)


def _single(changed: str, original: str) -> str:
    return changed if len(changed) == 1 else original


def _separates(character: str) -> bool:
    if character.isascii():
        return not (character.isalnum() or character == "_")
    return not (character.isalpha() or character.isdecimal()) and character in _SPACE


@FUNCTIONS.define("str: string, substr: string, replace: string")
def replace(text: str, old: str, new: str) -> Data:
    """Every occurrence replaced; between slashes `old` is a pattern."""
    if len(old) > 1 and old.startswith("/") and old.endswith("/"):
        from obslint.terraform.functions.pattern import replace_pattern

        return replace_pattern(text, old[1:-1], new)
    if text.count(old) * len(new) > MAX_TEXT:
        raise TooLargeError
    return text.replace(old, new)


@FUNCTIONS.define("separator: string, str: string")
def split(separator: str, text: str) -> Data:
    """The parts between separators; all characters when the separator is empty."""
    if text.count(separator) > MAX_ELEMENTS:
        raise TooLargeError
    return [*text.split(separator)] if separator else [*text]


@FUNCTIONS.define("str: string, prefix: string")
def startswith(text: str, prefix: str) -> Data:
    """Whether a string starts with another."""
    return text.startswith(prefix)


@FUNCTIONS.define("str: string, suffix: string")
def endswith(text: str, suffix: str) -> Data:
    """Whether a string ends with another."""
    return text.endswith(suffix)


@FUNCTIONS.define("str: string, substr: string")
def strcontains(text: str, part: str) -> Data:
    """Whether a string holds another."""
    return part in text


@FUNCTIONS.define("str: string")
def strrev(text: str) -> Data:
    """The characters in reverse order; accents stay with their letters."""
    from obslint.terraform.functions.graphemes import graphemes

    return "".join(reversed(graphemes(text)))


@FUNCTIONS.define("str: string, offset: whole, length: whole")
def substr(text: str, offset: int, length: int) -> Data:
    """A part of a string. A negative offset counts from the end, a negative length takes the rest.

    Terraform takes the rest for a length of zero too, when the offset is negative.
    """
    from obslint.terraform.functions.graphemes import graphemes

    if length == 0 and offset >= 0:
        return ""
    clusters = graphemes(text)
    start = max(0, offset + len(clusters) if offset < 0 else offset)
    return "".join(clusters[start:] if length <= 0 else clusters[start : start + length])


@FUNCTIONS.define("str: string, cutset: string")
def trim(text: str, characters: str) -> Data:
    """Without any of the given characters at both ends."""
    return text.strip(characters) if characters else text


@FUNCTIONS.define("str: string, prefix: string")
def trimprefix(text: str, prefix: str) -> Data:
    """Without a prefix."""
    return text.removeprefix(prefix)


@FUNCTIONS.define("str: string, suffix: string")
def trimsuffix(text: str, suffix: str) -> Data:
    """Without a suffix."""
    return text.removesuffix(suffix)


@FUNCTIONS.define("str: string")
def trimspace(text: str) -> Data:
    """Without white space at both ends."""
    return text.strip(_SPACE)

"""What the HCL parser knows of characters: white space, words, skipping over what it could not read, and its errors."""

import re

IDENT = re.compile(r"[^\W\d][\w-]*")
NUMBER = re.compile(r"[0-9](?:[0-9]|\.[0-9]|[eE][+-]?[0-9])*")
SPACE = re.compile(r"(?:[ \t]+|/\*.*?\*/)*", re.DOTALL)
"""Between the words of a line. A comment between `/*` and `*/` may span lines without ending one."""

GAP = re.compile(r"(?:[ \t\r\n]+|#[^\n]*|//[^\n]*|/\*.*?\*/)*", re.DOTALL)
"""Between lines, and inside brackets, where line ends mean nothing."""

LINE_END = re.compile(r"[ \t]*(?:(?:#|//)[^\n]*)?(?:\r?\n|\Z)")
HEREDOC = re.compile(r"<<(-?)([^\W\d][\w-]*)\r?\n")
TOP_LEVEL = re.compile(
    r'(?:(?:resource|data|ephemeral)[ \t]+"[^"\n]*"[ \t]+"[^"\n]*"|(?:module|variable|output|provider|check)[ \t]+"[^"\n]*"'
    r"|locals|terraform|moved|import|removed)[ \t]*\{"
)
"""A header that hardly anybody writes at the start of a line inside another block."""

_PLAIN = re.compile(r'[^"{}()\[\]#/<\n]+')
_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_TOKEN = re.compile(r'"[^"\n]*"?|[\w.-]+|[&|=<>!]+|.')


class HclSyntaxError(Exception):
    """The text is not HCL: what is wrong, from where to where, and what to do about it."""

    def __init__(self, message: str, start: int, end: int, remedy: str) -> None:
        super().__init__(message)
        self.message, self.start, self.end, self.remedy = message, start, end, remedy


def normal(text: str) -> str:
    """Text in the form in which Terraform compares it (NFC)."""
    if text.isascii():
        return text
    import unicodedata

    return unicodedata.normalize("NFC", text)


def shown(text: str, offset: int) -> str:
    """What stands at an offset, for a message."""
    if offset >= len(text):
        return "the end of the file"
    if text[offset] in "\r\n" or LINE_END.match(text, offset):
        return "the end of the line"
    found = _TOKEN.match(text, offset)
    return f"`{found.group()[:30]}`" if found else "an odd character"


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, its line end left out."""
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    return end - 1 if end > offset and text[end - 1] == "\r" else end


def heredoc_end(text: str, start: int, marker: str) -> tuple[int, int] | None:
    """The line that closes a heredoc whose content starts at an offset: where the line and its marker start."""
    found = re.compile(rf"^[^\S\n]*({re.escape(marker)})[^\S\n]*$", re.MULTILINE).search(text, start)
    return (found.start(), found.start(1)) if found else None


def skip_item(text: str, start: int, at_least: int) -> int:
    """Where the next item of a body may start, after one that is broken.

    Brackets that are opened after `start` are followed to their end, to beyond `at_least`, but never over the header of a
    top-level block, nor over a brace that closes what surrounds the item.
    """
    position, depth, size = start, 0, len(text)
    while position < size:
        plain = _PLAIN.match(text, position)
        if plain is not None:
            position = plain.end()
            continue
        character = text[position]
        if character == "\n" and ((depth <= 0 and position >= at_least) or TOP_LEVEL.match(text, position + 1)):
            return position + 1
        if character == "}" and depth <= 0 and position >= at_least:
            return position
        depth += (character in "{([") - (character in "})]")
        position = _beyond(text, position)
    return size


def _beyond(text: str, position: int) -> int:
    """The end of a string, comment or heredoc that starts here, or of the character."""
    character = text[position]
    if character == '"':
        found = _STRING.match(text, position)
        return found.end() if found else line_end(text, position)
    if character == "#" or text.startswith("//", position):
        return line_end(text, position)
    if text.startswith("/*", position):
        end = text.find("*/", position)
        return end + 2 if end >= 0 else position + 2
    if character == "<" and (opened := HEREDOC.match(text, position)) is not None:
        closing = heredoc_end(text, opened.end(), opened[2])
        return closing[1] + len(opened[2]) if closing else opened.end() - 1
    return position + 1

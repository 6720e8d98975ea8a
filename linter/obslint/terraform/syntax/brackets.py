"""Which brackets, quotes and heredocs are open: what a parser's error does not tell."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(r'"|#[^\n]*|//[^\n]*|/\*.*?\*/|<<-?([^\W\d][\w-]*)\r?\n|[{}()\[\]]', re.DOTALL)
_IN_TEXT = re.compile(r'\\[^\n]|\$\$\{|%%\{|[$%]\{|"|\n')
_NOT_CODE = re.compile(
    r'"(?:\\.|[^"\\\n])*"|#[^\n]*|//[^\n]*|(?P<comment>/\*.*?\*/)|<<-?(?P<end>[^\W\d][\w-]*)\r?\n.*?^[ \t]*(?P=end)[ \t]*\r?$',
    re.DOTALL | re.MULTILINE,
)
_SOLID = re.compile(r"[^\r\n]")
CLOSING = {"{": "}", "[": "]", "(": ")", '"': '"'}


@dataclass(frozen=True, slots=True)
class Mismatch:
    """Something that closes what was not opened, or a text that does not end on its line."""

    offset: int
    message: str
    remedy: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What is open at the end of a text, each as the character and its offset, and the first mismatch."""

    opened: tuple[tuple[str, int], ...]
    mismatch: Mismatch | None = None

    @property
    def closers(self) -> str:
        """What would close everything that is open."""
        return "".join(CLOSING[character] for character, _ in reversed(self.opened))


def scan(text: str) -> Scan:
    """Follows the brackets of HCL text up to the first mismatch or the end."""
    opened: list[tuple[str, int]] = []
    position = 0
    while True:
        inside = bool(opened) and opened[-1][0] == '"'
        found = (_IN_TEXT if inside else _TOKEN).search(text, position)
        if found is None:
            return Scan(tuple(opened))
        position = found.end()
        mismatch = _in_text(found, opened) if inside else _in_code(found, opened)
        if not inside and found[1]:
            closing = re.compile(rf"^[ \t]*{re.escape(found[1])}[ \t]*\r?$", re.MULTILINE).search(text, position)
            position = closing.end() if closing else position
            mismatch = None if closing else Mismatch(found.start(), f"the heredoc {found[1]} is not closed", f"add a line with {found[1]}")
        if mismatch is not None:
            return Scan(tuple(opened), mismatch)


def code_of(text: str) -> str:
    """The text with block comments and heredocs blanked out: what stands at the start of a line there is no header."""
    return _NOT_CODE.sub(lambda found: _SOLID.sub(" ", found[0]) if found["comment"] or found["end"] else found[0], text)


def _in_text(found: re.Match[str], opened: list[tuple[str, int]]) -> Mismatch | None:
    text = found.group()
    if text == "\n":
        return Mismatch(opened[-1][1], "the text is not closed by a quote on its line", 'add the closing "')
    if text == '"':
        opened.pop()
    elif text in {"${", "%{"}:
        opened.append(("{", found.start()))
    return None


def _in_code(found: re.Match[str], opened: list[tuple[str, int]]) -> Mismatch | None:
    text = found.group()
    if text in CLOSING:
        opened.append((text, found.start()))
    elif text in "}])":
        if not opened:
            return Mismatch(found.start(), f"{text} closes nothing", "delete it")
        if CLOSING[opened[-1][0]] != text:
            opener, offset = opened[-1]
            return Mismatch(offset, f"{opener} is not closed before the next {text}", f"add {CLOSING[opener]}")
        opened.pop()
    return None

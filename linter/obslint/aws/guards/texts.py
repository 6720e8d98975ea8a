"""Texts with slots in them (an account, a name that AWS makes up), and whether a pattern with wildcards matches one."""

import re
from dataclasses import dataclass, field
from fnmatch import translate
from functools import lru_cache

from obslint.model import NO, YES, Truth, undecided


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of a text that is settled at deployment.

    Two slots of one kind and identity stand for the same text. `why` says what keeps it from being known.
    """

    kind: str
    identity: str = ""
    why: str = field(default="", compare=False)

    @property
    def reason(self) -> str:
        """Why the text is not known, for people."""
        return self.why or f"the {self.kind} is known only at deployment"


Text = tuple[str | Slot, ...]

ACCOUNT = Slot("account")
REGION = Slot("region")
PARTITION = Slot("partition")
SUFFIX = Slot("suffix")
ANYTHING = Slot("anything", why="only some of the objects are meant")
"""What a request has in this place varies: a pattern matches certainly only when it matches all of it."""

_ALPHABETS = {
    "account": re.compile(r"[0-9]"),
    "region": re.compile(r"[a-z0-9-]"),
    "partition": re.compile(r"[a-z-]"),
    "suffix": re.compile(r"[a-z.]"),
    "name": re.compile(r"[^:]"),
    "anything": re.compile(r"[^:]"),
}
_ASSUMED = {"partition": ("aws", "aws-cn", "aws-us-gov"), "suffix": ("amazonaws.com", "amazonaws.com.cn")}
_VARIABLE = re.compile(r"\$\{[^}]*\}")

_Element = str | Slot
_NEVER, _PERHAPS, _ALWAYS = 0, 1, 2


def joined(*parts: "str | Slot | Text") -> Text:
    """A text of parts, with neighboring literals made one."""
    made: list[str | Slot] = []
    for part in parts:
        for piece in part if isinstance(part, tuple) else (part,):
            if isinstance(piece, str) and made and isinstance(made[-1], str):
                made[-1] += piece
            elif piece != "":
                made.append(piece)
    return tuple(made)


def shown(text: Text) -> str:
    """The text for people, slots as `<account>`."""
    return "".join(part if isinstance(part, str) else f"<{part.identity or part.kind}>" for part in text)


def matches(pattern: Text, subject: Text, *, wild: bool = True, fold: bool = False) -> Truth:
    """Whether a pattern certainly matches a text; `wild` tells whether `*` and `?` are wildcards, `fold` drops case."""
    if fold:
        pattern, subject = _folded(pattern), _folded(subject)
    if all(isinstance(part, str) for part in (*pattern, *subject)) and not (wild and "${" in shown(pattern)):
        return YES if _plainly(shown(pattern), shown(subject), wild) else NO
    answer = _grade(pattern, subject, wild)
    if answer != _PERHAPS:
        return YES if answer == _ALWAYS else NO
    slots = [part for part in (*_with_variables(pattern, wild), *subject) if isinstance(part, Slot) and part.kind not in _ASSUMED]
    return undecided(next((slot.reason for slot in slots), "it depends on the partition"))


def _folded(text: Text) -> Text:
    return tuple(part.casefold() if isinstance(part, str) else part for part in text)


def _plainly(pattern: str, subject: str, wild: bool) -> bool:
    if not wild or pattern == "*":
        return pattern in (subject, "*") if wild else pattern == subject
    return _compiled(pattern).match(subject) is not None


@lru_cache(maxsize=1024)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(translate(pattern.replace("[", "[[]")))


def _with_variables(pattern: Text, wild: bool) -> Text:
    """A pattern whose policy variables (`${aws:username}`) are slots."""
    if not wild:
        return pattern
    made: list[str | Slot] = []
    for part in pattern:
        if isinstance(part, Slot):
            made.append(part)
            continue
        end = 0
        for found in _VARIABLE.finditer(part):
            made += [part[end : found.start()], Slot("variable", found[0], f"{found[0]} is filled in when a request is made")]
            end = found.end()
        made.append(part[end:])
    return tuple(piece for piece in made if piece != "")


def _pieces(text: Text) -> list[_Element]:
    return [piece for part in text for piece in (part if isinstance(part, str) else (part,))]


_DEEP = 240
"""The length of pattern and text together from which on all ends are compared, shortest first, so that no recursion gets too deep."""


@lru_cache(maxsize=8192)
def _grade(pattern: Text, subject: Text, wild: bool) -> int:
    """How surely a pattern matches. The same few statements are held against the same few requests again and again."""
    return _Comparison(pattern, subject, wild).grade()


class _Comparison:
    """How surely the rest of a pattern matches the rest of a text. Most texts differ early, so ends are compared only when reached."""

    def __init__(self, pattern: Text, subject: Text, wild: bool) -> None:
        self.pattern, self.subject, self.wild = _pieces(_with_variables(pattern, wild)), _pieces(subject), wild
        self.grades: dict[tuple[int, int], int] = {}

    def grade(self) -> int:
        """Never, perhaps or always."""
        if len(self.pattern) + len(self.subject) > _DEEP:
            for i in range(len(self.pattern), -1, -1):
                for j in range(len(self.subject), -1, -1):
                    self._at(i, j)
        return self._at(0, 0)

    def _at(self, i: int, j: int) -> int:
        if i > len(self.pattern) or j > len(self.subject):
            return _NEVER
        found = self.grades.get((i, j))
        if found is None:
            found = self.grades[i, j] = self._cell(i, j)
        return found

    def _cell(self, i: int, j: int) -> int:
        at = self._at
        p = self.pattern[i] if i < len(self.pattern) else ""
        s = self.subject[j] if j < len(self.subject) else ""
        if p == s == "":
            return _ALWAYS
        if self.wild and p == "*":
            return max(at(i + 1, j), at(i, j + 1))
        if (p == s and p != "") or (self.wild and p == "?" and isinstance(s, str) and s):
            return at(i + 1, j + 1)
        found = [_NEVER]
        if isinstance(p, Slot):
            found += [at(i, j + 1), at(i + 1, j + 1)] if _holds(p, s) else []
            found += [] if p.kind in _ALPHABETS else [at(i + 1, j)]
        if isinstance(s, Slot):
            found += [at(i + 1, j), at(i + 1, j + 1)] if _holds(s, p) else []
            found += [] if s.kind in _ALPHABETS else [at(i, j + 1)]
        return max(min(_PERHAPS, max(found)), self._assumed(p, s, i, j))

    def _assumed(self, p: _Element, s: _Element, i: int, j: int) -> int:
        """The same where a partition or a suffix of one is taken to be the text that stands in the other."""
        there = _assumed(p, self.subject, j) if isinstance(p, Slot) else []
        here = _assumed(s, self.pattern, i) if isinstance(s, Slot) else []
        taken = [self._at(i + 1, j + n) for n in there] + [self._at(i + n, j + 1) for n in here]
        return max(taken, default=_NEVER)


def _assumed(slot: Slot, pieces: list[_Element], start: int) -> list[int]:
    """The lengths of the literal texts there that a partition or a suffix is taken to be."""
    known = _ASSUMED.get(slot.kind, ())
    ahead = "".join(piece if isinstance(piece, str) else "\0" for piece in pieces[start : start + 17]) if known else ""
    return [len(text) for text in known if ahead.startswith(text)]


def _holds(slot: Slot, piece: _Element) -> bool:
    """Whether a slot may stand for a text in which the other stands."""
    alphabet = _ALPHABETS.get(slot.kind)
    if isinstance(piece, Slot):
        return alphabet is None or piece.kind not in _ALPHABETS
    return piece != "" and (alphabet is None or alphabet.fullmatch(piece) is not None)

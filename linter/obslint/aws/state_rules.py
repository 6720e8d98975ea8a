"""The language of composite alarms: `ALARM("a") AND NOT (OK(b) OR AT_LEAST(2, ALARM, (c, d, e)))`.

https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from obslint.model import Known, Reference, Symbolic, Value

_STATES = ("ALARM", "OK", "INSUFFICIENT_DATA")
_FIRST_MARK = 0xE000
_TOKEN = re.compile(r"\s*(?:([A-Z_]+)|([()]))")
_QUOTED = re.compile(r'\s*"((?:[^"\\]|\\.)*)"\s*')
_BARE = re.compile(r"\s*([^\s(),\"](?:[^(),\"]*[^\s(),\"])?)\s*")
_COUNT = re.compile(r"\s*(\d+)(%?)\s*,\s*(NOT\s+)?(ALARM|OK|INSUFFICIENT_DATA)\s*,\s*\(")
_STEPS = 5000


@dataclass(frozen=True, slots=True)
class Member:
    """An alarm as it is named in a rule, and where in the text."""

    parts: tuple[str | Reference, ...]
    start: int
    end: int

    @property
    def text(self) -> str | None:
        """The name when it is written out; an ARN ends in it."""
        if len(self.parts) != 1 or not isinstance(self.parts[0], str):
            return None
        return self.parts[0].rpartition(":alarm:")[2] if self.parts[0].startswith("arn:") else self.parts[0]

    @property
    def value(self) -> Value:
        """The name as a value."""
        return Known(self.parts[0]) if len(self.parts) == 1 and isinstance(self.parts[0], str) else Symbolic(self.parts)


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a rule: a constant (`at_least` 0 of none, or 1 of none), or so many of its parts; the opposite when `negated`.

    A leaf is about the state of its member.
    """

    parts: "tuple[Node, ...]" = ()
    at_least: int = 1
    negated: bool = False
    state: str = ""
    member: Member | None = None

    def members(self) -> Iterator[Member]:
        """Every alarm that is named, in order."""
        if self.member is not None:
            yield self.member
        for part in self.parts:
            yield from part.members()


class UnreadableRuleError(ValueError):
    """The text is no rule, or a part of it is not known."""


def parsed(text: str, marks: Mapping[str, Reference]) -> Node:
    """The rule that a text stands for; `marks` are characters that stand for references. Raises `UnreadableRuleError`."""
    reader = _Reader(text, marks)
    node = reader.either()
    reader.end()
    return node


def marked(parts: tuple[str | Reference, ...]) -> tuple[str, dict[str, Reference]]:
    """Parts as one text, in which single characters stand for the references."""
    marks: dict[str, Reference] = {}
    text = ""
    for part in parts:
        if isinstance(part, Reference):
            mark = chr(_FIRST_MARK + len(marks))
            marks[mark] = part
            part = mark
        text += part
    return text, marks


class _Reader:
    """Reads from left to right: OR binds least, then AND, then NOT."""

    def __init__(self, text: str, marks: Mapping[str, Reference]) -> None:
        self.text, self.marks, self.at = text, marks, 0

    def either(self) -> Node:
        """Parts with OR between them."""
        parts = [self.both()]
        while self._takes("OR"):
            parts.append(self.both())
        return parts[0] if len(parts) == 1 else Node(tuple(parts))

    def both(self) -> Node:
        """Parts with AND between them."""
        parts = [self.single()]
        while self._takes("AND"):
            parts.append(self.single())
        return parts[0] if len(parts) == 1 else Node(tuple(parts), at_least=len(parts))

    def single(self) -> Node:
        """A state, a constant, something in parentheses, or the opposite of one."""
        if self._takes("NOT"):
            return Node((self.single(),), negated=True)
        if self._takes("("):
            inner = self.either()
            self._expect(")")
            return inner
        for word in ("TRUE", "FALSE"):
            if self._takes(word):
                return Node(at_least=0 if word == "TRUE" else 1)
        return self._counted() if self._takes("AT_LEAST") else self._state()

    def end(self) -> None:
        """Nothing may follow."""
        if self.text[self.at :].strip():
            raise UnreadableRuleError(self.text[self.at :].strip())

    def _state(self) -> Node:
        state = next((word for word in _STATES if self._takes(word)), "")
        if not state:
            raise UnreadableRuleError(self.text[self.at :].strip())
        self._expect("(")
        member = self._member()
        self._expect(")")
        return Node(state=state, member=member)

    def _counted(self) -> Node:
        self._expect("(")
        found = _COUNT.match(self.text, self.at)
        if found is None:
            raise UnreadableRuleError(self.text[self.at :].strip())
        self.at = found.end()
        members = [self._member()]
        while self.text.startswith(",", self.at):
            self.at += 1
            members.append(self._member())
        self._expect(")")
        self._expect(")")
        leaves = tuple(Node(state=found[4], member=member, negated=bool(found[3])) for member in members)
        number = int(found[1])
        return Node(leaves, at_least=-(-number * len(leaves) // 100) if found[2] else number)

    def _member(self) -> Member:
        found = _QUOTED.match(self.text, self.at) or _BARE.match(self.text, self.at)
        if found is None:
            raise UnreadableRuleError(self.text[self.at :].strip())
        self.at = found.end()
        pieces = re.split(f"([{''.join(map(re.escape, self.marks))}])", found[1]) if self.marks else [found[1]]
        return Member(tuple(self.marks.get(piece, piece) for piece in pieces if piece), found.start(1), found.end(1))

    def _takes(self, wanted: str) -> bool:
        found = _TOKEN.match(self.text, self.at)
        if found is None or (found[1] or found[2]) != wanted:
            return False
        self.at = found.end()
        return True

    def _expect(self, wanted: str) -> None:
        if not self._takes(wanted):
            raise UnreadableRuleError(self.text[self.at :].strip())


def can_be(node: Node, wanted: bool) -> bool | None:
    """Whether a rule can come out so, whatever states its alarms are in; None when that takes too long to find out."""
    names = list(dict.fromkeys(member.parts for member in node.members()))
    steps = iter(range(_STEPS))
    return _search(node, wanted, names, {}, steps)


def _search(
    node: Node, wanted: bool, names: list[tuple[str | Reference, ...]], states: dict[tuple[str | Reference, ...], str], steps: Iterator[int]
) -> bool | None:
    known = _come_out(node, states)
    if known is not None or not names:
        return known is wanted
    hopeless: bool | None = False
    for state in _STATES:
        if next(steps, None) is None:
            return None
        found = _search(node, wanted, names[1:], {**states, names[0]: state}, steps)
        if found:
            return True
        hopeless = None if found is None else hopeless
    return hopeless


def _come_out(node: Node, states: Mapping[tuple[str | Reference, ...], str]) -> bool | None:
    """What a rule comes out as, as far as the states that are given decide it."""
    if node.member is not None:
        state = states.get(node.member.parts)
        found = None if state is None else state == node.state
    else:
        answers = [_come_out(part, states) for part in node.parts]
        yes, open_ = answers.count(True), answers.count(None)
        found = True if yes >= node.at_least else None if yes + open_ >= node.at_least else False
    return found if found is None or not node.negated else not found

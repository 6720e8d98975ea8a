"""Matching in linear time, with the preferences of Perl: RE2's semantics, and no pattern that runs forever."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from obslint.terraform.functions.data import UndecidedError
from obslint.terraform.functions.regex.classes import WORDS, CharClass
from obslint.terraform.functions.regex.syntax import Parser
from obslint.terraform.functions.regex.tree import Assertion, Choice, Group, Node, Repeat, may_be_empty

MAX_PROGRAM = 20_000
MAX_STEPS = 4_000_000
"""The work that one function call may spend on matching: about two seconds."""

Captures = tuple[int, ...]
"""Start and end of the whole match, then of every group; -1 where a group took no part."""

_WORD = CharClass(WORDS)


@dataclass(frozen=True, slots=True)
class Split:
    """Two ways on, the first preferred."""

    first: int
    second: int


@dataclass(frozen=True, slots=True)
class Jump:
    """Goes on elsewhere."""

    target: int


@dataclass(frozen=True, slots=True)
class Save:
    """Notes the position."""

    slot: int


@dataclass(frozen=True, slots=True)
class Accept:
    """The pattern has matched."""


Instruction = CharClass | Assertion | Split | Jump | Save | Accept


def compile_pattern(pattern: str) -> "Regex":
    """A pattern ready to match. Raises `FunctionError` when it is not one of RE2."""
    return Regex(*_compiled(pattern))


@lru_cache(maxsize=64)
def _compiled(pattern: str) -> tuple[list[Instruction], list[str]]:
    parser = Parser(pattern)
    program = [Save(0), *_emit(parser.parse(), 1)]
    return [*program, Save(1), Accept()], parser.names


def _emit(node: Node, at: int) -> list[Instruction]:
    """The instructions of a node; `at` is the index of the first one."""
    if isinstance(node, CharClass | Assertion):
        return [node]
    if isinstance(node, Group):
        inner = _emit(node.part, at + 1)
        return [Save(2 * node.number), *inner, Save(2 * node.number + 1)]
    if isinstance(node, Choice):
        return _emit_choice(node, at)
    if isinstance(node, Repeat):
        return _emit_repeat(node, at)
    return _emit_row(node.parts, at)


def _emit_row(parts: tuple[Node, ...], at: int) -> list[Instruction]:
    code: list[Instruction] = []
    for part in parts:
        code += _emit(part, at + len(code))
        if len(code) > MAX_PROGRAM:
            raise UndecidedError("the pattern is too large to be evaluated here")
    return code


def _emit_choice(node: Choice, at: int) -> list[Instruction]:
    """Each option but the last: a split to it or to the next, and a jump behind all of them."""
    bodies: list[list[Instruction]] = []
    position = at
    for index, part in enumerate(node.parts):
        last = index == len(node.parts) - 1
        bodies.append(_emit(part, position + (not last)))
        position += len(bodies[-1]) + (0 if last else 2)
    code: list[Instruction] = []
    for body in bodies[:-1]:
        start = at + len(code)
        code += [Split(start + 1, start + len(body) + 2), *body, Jump(position)]
    return code + bodies[-1]


def _emit_repeat(node: Repeat, at: int) -> list[Instruction]:
    if node.most is None:
        return _emit_endless(node, at)
    code = _emit_row((node.part,) * node.least, at)
    options = node.most - node.least
    size = len(_emit(node.part, 0)) + 1
    if len(code) + options * size > MAX_PROGRAM:
        raise UndecidedError("the pattern is too large to be evaluated here")
    end = at + len(code) + options * size
    for _ in range(options):
        start = at + len(code)
        code += [_split(start + 1, end, greedy=node.greedy), *_emit(node.part, start + 1)]
    return code


def _emit_endless(node: Repeat, at: int) -> list[Instruction]:
    """`x*` tests before its body; when the body can be empty it is `(x+)?`, as Go has it. `x+` tests behind its body."""
    if node.least == 0 and not may_be_empty(node.part):
        body = _emit(node.part, at + 1)
        return [_split(at + 1, at + len(body) + 2, greedy=node.greedy), *body, Jump(at)]
    if node.least == 0:
        looped = _emit_endless(replace(node, least=1), at + 1)
        return [_split(at + 1, at + len(looped) + 1, greedy=node.greedy), *looped]
    code = _emit_row((node.part,) * (node.least - 1), at)
    start = at + len(code)
    code += _emit(node.part, start)
    return [*code, _split(start, at + len(code) + 1, greedy=node.greedy)]


def _split(onward: int, behind: int, *, greedy: bool) -> Split:
    return Split(onward, behind) if greedy else Split(behind, onward)


@dataclass(slots=True)
class Regex:
    """A compiled pattern. `names` has an entry for each group, empty for an unnamed one."""

    program: list[Instruction]
    names: list[str]
    steps: int = 0
    _seen: list[int] = field(default_factory=list)
    _mark: int = 0

    def search(self, text: str, start: int = 0) -> Captures | None:
        """The leftmost match at or after a position. Raises `UndecidedError` when it costs too much."""
        blank = (-1,) * (2 * len(self.names) + 2)
        self._seen = self._seen or [0] * len(self.program)
        threads: list[tuple[int, Captures]] = []
        found: Captures | None = None
        for at in range(start, len(text) + 1):
            if not threads:
                self._mark += 1
            if found is None:
                self._follow(threads, 0, blank, text, at)
            following: list[tuple[int, Captures]] = []
            self._mark += 1
            for index, captures in threads:
                instruction = self.program[index]
                if isinstance(instruction, Accept):
                    found = captures
                    break
                if at < len(text) and isinstance(instruction, CharClass) and instruction.has(text[at]):
                    self._follow(following, index + 1, captures, text, at + 1)
            threads = following
            if not threads and found is not None:
                return found
        return found

    def _follow(self, threads: list[tuple[int, Captures]], index: int, captures: Captures, text: str, at: int) -> None:
        """Adds the threads that an instruction leads to without reading a character, the preferred ones first."""
        waiting = [(index, captures)]
        while waiting:
            index, captures = waiting.pop()
            if self._seen[index] == self._mark:
                continue
            self._seen[index] = self._mark
            self._spend()
            instruction = self.program[index]
            if isinstance(instruction, CharClass | Accept):
                threads.append((index, captures))
            elif isinstance(instruction, Split):
                waiting += [(instruction.second, captures), (instruction.first, captures)]
            elif isinstance(instruction, Jump):
                waiting.append((instruction.target, captures))
            elif isinstance(instruction, Save):
                slot = instruction.slot
                waiting.append((index + 1, (*captures[:slot], at, *captures[slot + 1 :])))
            elif _holds(instruction.kind, text, at):
                waiting.append((index + 1, captures))

    def _spend(self) -> None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise UndecidedError("matching the pattern takes too long to be evaluated here")

    def find_all(self, text: str) -> Iterator[Captures]:
        """All matches that do not overlap, without an empty one right behind another match."""
        at, previous = 0, -1
        while at <= len(text) and (found := self.search(text, at)) is not None:
            accepted = found[1] != at or found[0] != previous
            at = at + 1 if found[1] == at else found[1]
            previous = found[1]
            if accepted:
                yield found


def _holds(kind: str, text: str, at: int) -> bool:
    if kind == "text-start":
        return at == 0
    if kind == "text-end":
        return at == len(text)
    if kind == "line-start":
        return at == 0 or text[at - 1] == "\n"
    if kind == "line-end":
        return at == len(text) or text[at] == "\n"
    before = at > 0 and _WORD.has(text[at - 1])
    after = at < len(text) and _WORD.has(text[at])
    return (before != after) is (kind == "word")

"""The fixtures of rules: `<tests>/<family>/<rule>/<kind>[_<variant>].<dialect>`.

`bad` holds findings in every case, `good` neither findings nor open questions, `unknown` only open questions. A case starts with
a comment `# case: what it shows`; what stands before the first one belongs to all. `<fixture>.fixed` is the text after fixing.
What lies in a folder `<fixture>.beside` is scanned with it, as other units.
Before the first case, `# scan: complete` says that nothing of the account is missing, `# options: {"days": 400}` sets options, and
`# region: eu-west-1` tells where stacks are deployed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

DIALECTS = {".tf": "terraform", ".tf.json": "terraform", ".cfn.yaml": "cloudformation", ".cfn.json": "cloudformation"}
KINDS = ("bad", "good", "unknown")

_CASE = re.compile(r"^[ \t]*# case: (.*)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a fixture: what it shows, its text without the comment, and its lines (from 1, the end excluded)."""

    title: str
    text: str
    lines: range

    def declares(self, name: str) -> bool:
        """Whether a resource of this name stands in the case."""
        return re.search(rf'^(?:resource "\w+"|module) "{name}"|^  {name}:$', self.text, re.MULTILINE) is not None


@dataclass(frozen=True, slots=True)
class Fixture:
    """A fixture file of a rule."""

    path: Path

    @property
    def rule(self) -> str:
        """The id of its rule."""
        return self.path.parent.name

    @property
    def kind(self) -> str:
        """`bad`, `good` or `unknown`."""
        return self.stem.partition("_")[0]

    @property
    def stem(self) -> str:
        """The kind, and the variant if there is one."""
        return self.path.name.partition(".")[0]

    @property
    def dialect(self) -> str:
        """The dialect it is written in."""
        return DIALECTS[self.suffix]

    @property
    def suffix(self) -> str:
        """The end of its name that tells dialect and syntax."""
        return self.path.name[len(self.stem) :]

    @property
    def text(self) -> str:
        """What it says."""
        return self.path.read_text(encoding="utf-8")

    @property
    def preamble(self) -> str:
        """What stands before the first case."""
        return _CASE.split(self.text, maxsplit=1)[0]

    @property
    def fixed(self) -> Path:
        """Where its text after fixing is kept."""
        return self.path.with_name(f"{self.path.name}.fixed")

    def set_to(self, name: str) -> str:
        """What the preamble sets with `# name: value`; empty when it does not."""
        found = re.search(rf"^# {name}: (.*)$", self.preamble, re.MULTILINE)
        return found[1].strip() if found else ""

    def cases(self) -> list[Case]:
        """Its cases; all of it is one where no comment says otherwise, as in JSON."""
        return cases_of(self.text)

    def __str__(self) -> str:
        return f"{self.rule}/{self.path.name}"


def cases_of(text: str) -> list[Case]:
    """The cases of a text."""
    found = list(_CASE.finditer(text))
    if not found:
        return [Case("", text, range(1, text.count("\n") + 2))]
    ends = [*(match.start() for match in found[1:]), len(text)]
    starts = [text.count("\n", 0, match.start()) + 1 for match in found]
    stops = [*starts[1:], text.count("\n") + 2]
    return [
        Case(match[1], text[match.end() : end].rstrip("\n") + "\n", range(start, stop))
        for match, end, start, stop in zip(found, ends, starts, stops, strict=True)
    ]


def first_case(text: str, original: str = "") -> str:
    """The first case of a text, with what it needs of the sections before it, or before those of the text that it was made from."""
    case, whole = cases_of(text)[0].text, original or text
    sections = re.split(r"^(?=\S)", _CASE.split(whole, maxsplit=1)[0], flags=re.MULTILINE) if _CASE.search(whole) else []
    needed = [section for section in sections if section.startswith("Resources:") or any(name in case for name in _declared(section))]
    return "".join(needed) + case


def _declared(section: str) -> list[str]:
    """The parameters or conditions of a section."""
    return re.findall(r"^  (\w+):", section, re.MULTILINE)


def fixtures_in(folder: Path, kind: str = "", rule: str = "*") -> list[Fixture]:
    """All fixtures in a folder of tests, of one kind or of one rule only."""
    found = [Fixture(path) for path in sorted(folder.glob(f"*/{rule}/*")) if any(path.name.endswith(end) for end in DIALECTS)]
    return [fixture for fixture in found if not kind or fixture.kind == kind]


def folders_in(folder: Path) -> Iterator[Path]:
    """The folder of every rule that has fixtures."""
    yield from (path for path in sorted(folder.glob("*/*")) if path.is_dir() and not path.name.startswith("_"))

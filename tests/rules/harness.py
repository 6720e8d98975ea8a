"""What the rule tests and the rule pages know about fixtures: `tests/rules/<family>/<rule>/<kind>[_<variant>].<dialect>`.

`bad` holds findings in every case, `good` neither findings nor open questions, `unknown` only open questions. A case starts with
a comment `# case: what it shows`; what stands before the first one belongs to all. `<fixture>.fixed` is the text after fixing.
What lies in a folder `<fixture>.beside` is scanned with it, as other units.
Before the first case, `# scan: complete` says that nothing of the account is missing, `# options: {"days": 400}` sets options, and
`# region: eu-west-1` tells where stacks are deployed.
"""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from obslint.lint import FixMode, Outcome, Request, run
from obslint.lint.registry import load
from obslint.model import Inputs
from obslint.policy import Options, Persona, Rule

FOLDER = Path(__file__).parent
DIALECTS = {".tf": "terraform", ".tf.json": "terraform", ".cfn.yaml": "cloudformation", ".cfn.json": "cloudformation"}

_CASE = re.compile(r"^[ \t]*# case: (.*)\n", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a fixture: what it shows, its text without the comment, and its lines (from 1, the end excluded)."""

    title: str
    text: str
    lines: range


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


def fixtures(kind: str = "", rule: str = "*") -> list[Fixture]:
    """All fixtures, of one kind or of one rule only."""
    found = [Fixture(path) for path in sorted(FOLDER.glob(f"*/{rule}/*")) if any(path.name.endswith(end) for end in DIALECTS)]
    return [fixture for fixture in found if not kind or fixture.kind == kind]


@cache
def lint(fixture: Fixture) -> Outcome:
    """The report about a fixture that lies alone in its folder, by its rule only."""
    with tempfile.TemporaryDirectory() as folder:
        return run(_request(fixture, _copy(fixture, Path(folder)), FixMode.NONE))


@dataclass(frozen=True, slots=True)
class Fixed:
    """A fixture after fixing: its text, the report about it, and what fixing it again would change."""

    text: str
    outcome: Outcome
    again: str


@cache
def fix(fixture: Fixture) -> Fixed:
    """Applies every fix that can be applied, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        file = _copy(fixture, Path(folder))
        outcome = run(_request(fixture, file, FixMode.UNSAFE, write=True))
        text = file.read_text(encoding="utf-8")
        return Fixed(text, outcome, run(_request(fixture, file, FixMode.UNSAFE)).diff)


def _copy(fixture: Fixture, folder: Path) -> Path:
    file = folder.resolve() / fixture.path.name
    file.write_bytes(fixture.path.read_bytes())
    beside = fixture.path.with_name(f"{fixture.path.name}.beside")
    if beside.is_dir():
        shutil.copytree(beside, folder.resolve() / "beside")
    return file


def _region(fixture: Fixture) -> str:
    found = re.search(r"^# region: (\S+)$", fixture.preamble, re.MULTILINE)
    return found[1] if found else ""


def _request(fixture: Fixture, file: Path, mode: FixMode, *, write: bool = False) -> Request:
    return Request(
        (file.parent,), file.parent, select=(fixture.rule,), persona=Persona.AUDITOR, fix=mode, write=write,
        complete="# scan: complete\n" in fixture.preamble, options=_options(fixture), inputs=Inputs(region=_region(fixture)),
    )  # fmt: skip


def _options(fixture: Fixture) -> dict[str, Options]:
    """What a fixture sets for its rule."""
    written = re.search(r"^# options: (.*)$", fixture.preamble, re.MULTILINE)
    rule = load(["obslint_rules"]).rule(fixture.rule) if written else None
    if written is None or not isinstance(rule, Rule) or rule.options is None:
        return {}
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(written[1]).items()}
    return {fixture.rule: rule.options(**given)}


def rule_folders() -> Iterator[Path]:
    """The folder of every rule that has fixtures."""
    yield from (path for path in sorted(FOLDER.glob("*/*")) if path.is_dir() and not path.name.startswith("_"))

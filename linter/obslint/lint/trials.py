"""Rules tried on their fixtures: what `obslint rules test` and the tests of the built-in rules ask for."""

import json
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from obslint.lint.fixtures import KINDS, Fixture, fixtures_in, folders_in
from obslint.lint.registry import Registry
from obslint.lint.request import FixMode, Outcome, Request
from obslint.lint.result import ReportedFinding
from obslint.lint.runner import run
from obslint.model import Inputs
from obslint.policy import Options, Persona, Rule


@dataclass(frozen=True, slots=True)
class Fixed:
    """A fixture after fixing: its text, the report about it, and what fixing it again would change."""

    text: str
    outcome: Outcome
    again: str


@dataclass(slots=True)
class Trials:
    """The fixtures in a folder of tests, and the rules that they are about. Every report is made once."""

    folder: Path
    registry: Registry
    _linted: dict[Fixture, Outcome] = field(default_factory=dict)
    _fixed: dict[Fixture, Fixed] = field(default_factory=dict)

    def fixtures(self, kind: str = "", rule: str = "*") -> list[Fixture]:
        """All fixtures, of one kind or of one rule only."""
        return fixtures_in(self.folder, kind, rule)

    def lint(self, fixture: Fixture) -> Outcome:
        """The report about a fixture that lies alone in its folder, by its rule only."""
        if fixture not in self._linted:
            with tempfile.TemporaryDirectory() as folder:
                request = self._request(fixture, _copy(fixture, Path(folder)), FixMode.NONE)
                self._linted[fixture] = run(request, rules=self.registry)
        return self._linted[fixture]

    def fix(self, fixture: Fixture) -> Fixed:
        """Applies every fix that can be applied, in a folder of its own."""
        if fixture not in self._fixed:
            with tempfile.TemporaryDirectory() as folder:
                file = _copy(fixture, Path(folder))
                outcome = run(self._request(fixture, file, FixMode.UNSAFE, write=True), rules=self.registry)
                text = file.read_text(encoding="utf-8")
                again = run(self._request(fixture, file, FixMode.UNSAFE), rules=self.registry).diff
                self._fixed[fixture] = Fixed(text, outcome, again)
        return self._fixed[fixture]

    def _request(self, fixture: Fixture, file: Path, mode: FixMode, *, write: bool = False) -> Request:
        return Request(
            (file.parent,), file.parent, select=(fixture.rule,), persona=Persona.AUDITOR, fix=mode, write=write,
            complete=fixture.set_to("scan") == "complete", options=self._options(fixture), inputs=Inputs(region=fixture.set_to("region")),
        )  # fmt: skip

    def _options(self, fixture: Fixture) -> dict[str, Options]:
        """What a fixture sets for its rule."""
        written = fixture.set_to("options")
        rule = self.registry.rule(fixture.rule) if written else None
        if not isinstance(rule, Rule) or rule.options is None:
            return {}
        given = {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(written).items()}
        return {fixture.rule: rule.options(**given)}

    def complaints(self, fixture: Fixture) -> list[str]:
        """What is wrong with the report about a fixture; fixes are tried by `complaints_about_fix`."""
        asked = {"bad": self._about_bad, "good": self._about_good, "unknown": self._about_unknown}
        if fixture.kind not in asked:
            return [f"the name should begin with {', '.join(KINDS)}"]
        return [*(f"it broke: {error}" for error in self.lint(fixture).errors), *asked[fixture.kind](fixture)]

    def _about_bad(self, fixture: Fixture) -> Iterator[str]:
        findings = self.lint(fixture).report.findings
        yield from (f"line {one.location.line}: {one.rule}: {one.message}" for one in findings if one.rule != fixture.rule)
        lines = [one.location.line for one in findings]
        yield from (f"nothing is found{_in(case.title)}" for case in fixture.cases() if not any(line in case.lines for line in lines))

    def _about_good(self, fixture: Fixture) -> Iterator[str]:
        report = self.lint(fixture).report
        yield from _found(report.findings)
        yield from (f"line {one.location.line}: is undecided: {one.reason}" for one in report.undecided)

    def _about_unknown(self, fixture: Fixture) -> Iterator[str]:
        report = self.lint(fixture).report
        yield from _found(report.findings)
        yield from (f"line {one.location.line}: is undecided without a reason" for one in report.undecided if not one.reason)
        names = [one.resource.address.rpartition(".")[2] for one in report.undecided]
        for case in fixture.cases():
            if not any(case.declares(name) for name in names) if case.title else not names:
                yield f"nothing is undecided{_in(case.title)}"

    def mendable(self, fixture: Fixture) -> list[ReportedFinding]:
        """The findings of a bad fixture that an edit can mend."""
        return [found for found in self.lint(fixture).report.findings if found.fix and found.fix.edits]

    def complaints_about_fix(self, fixture: Fixture, *, update: bool = False) -> list[str]:
        """What is wrong with the text of a bad fixture after fixing; with `update`, that text is what is right from now on."""
        mendable = self.mendable(fixture)
        if not mendable:
            return [f"{fixture.fixed.name} is there, but no finding has an edit"] if fixture.fixed.exists() else []
        if update:
            fixture.fixed.write_bytes(self.fix(fixture).text.encode())
        return list(self._about_fix(fixture, self.fix(fixture), len(mendable)))

    def _about_fix(self, fixture: Fixture, fixed: Fixed, mended: int) -> Iterator[str]:
        left = fixed.outcome.report.findings
        yield from (f"fixing broke: {error}" for error in fixed.outcome.errors)
        if not fixture.fixed.exists():
            yield f"{fixture.fixed.name} is missing; --update writes it"
        elif fixture.fixed.read_bytes().decode() != fixed.text:
            yield f"the text after fixing is not that of {fixture.fixed.name}; --update writes it"
        yield from (f"line {one.location.line} after fixing: {one.message}" for one in left if not _by_hand(one))
        if len(left) != len(self.lint(fixture).report.findings) - mended:
            yield f"{len(left)} findings are left after {mended} fixes"
        if fixed.again:
            yield "fixing it again changes it again"
        if lost := _comments(fixture.text) - _comments(fixed.text):
            yield f"the fix loses comments: {', '.join(lost)}"

    def missing(self, rule: Rule) -> list[str]:
        """The fixtures that a rule should have and has not: each kind in every dialect of its view."""
        wanted = {dialect for dialect in ("terraform", "cloudformation") if getattr(rule.subject, dialect)}
        found = {kind: {fixture.dialect for fixture in self.fixtures(kind, rule.id)} for kind in KINDS}
        return [f"there is no {kind} fixture for {dialect}" for kind in KINDS for dialect in sorted(wanted - found[kind])]

    def disagreements(self, rule: Rule) -> list[str]:
        """The bad fixtures about which the dialects do not say the same."""
        said: dict[str, list[Counter[str]]] = {}
        for fixture in self.fixtures("bad", rule.id):
            said.setdefault(fixture.stem, []).append(Counter(found.message for found in self.lint(fixture).report.findings))
        differ = [stem for stem, counts in said.items() if any(count != counts[0] for count in counts)]
        return [f"the fixtures called {stem} give other messages in one dialect than in the other" for stem in differ]

    def strays(self, rules: Registry) -> list[str]:
        """Folders of fixtures that belong to no rule, or to one of another family."""
        found = {folder.name: folder for folder in folders_in(self.folder)}
        strays = [name for name, folder in found.items() if name not in rules.cards or rules.cards[name].family != folder.parent.name]
        return [f"{found[name].relative_to(self.folder)} belongs to no rule" for name in strays]


def _found(findings: tuple[ReportedFinding, ...]) -> Iterator[str]:
    yield from (f"line {one.location.line}: {one.rule}: {one.message}" for one in findings)


def _in(title: str) -> str:
    return f" in the case {title!r}" if title else ""


def _by_hand(found: ReportedFinding) -> bool:
    """Whether no machine can mend the finding, as is right for what is left after fixing; a syntax error never is."""
    return found.fix is not None and found.fix.applicability == "manual"


def _comments(text: str) -> Counter[str]:
    """The comments of a text, markers included."""
    return Counter(re.findall(r"#.*", text))


def _copy(fixture: Fixture, folder: Path) -> Path:
    file = folder.resolve() / fixture.path.name
    file.write_bytes(fixture.path.read_bytes())
    beside = fixture.path.with_name(f"{fixture.path.name}.beside")
    if beside.is_dir():
        shutil.copytree(beside, folder.resolve() / "beside")
    return file

"""Trying edits before they are offered: what they cure must be gone, and nothing else may get worse."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from obslint import aws
from obslint.lint.engine import EngineFinding
from obslint.lint.ignores import file_ignores
from obslint.lint.proposing import Proposal, layers
from obslint.lint.session import Entry, ReloadError, Session, Snapshot
from obslint.model import Edit
from obslint.policy import Rule
from obslint.source import SourceFile, Sources

MAX_TRIALS = 200
"""How often edits are tried in different combinations before the rest is given up."""


@dataclass(slots=True, eq=False)
class Proof:
    """Which proposals hold, and why the others do not.

    Each part holds groups that were tried together; parts share neither a unit nor a file.
    """

    parts: list[list[list[Proposal]]] = field(default_factory=list)
    objections: dict[int, str] = field(default_factory=dict)


def prove(session: Session, snapshot: Snapshot, proposals: Iterable[Proposal]) -> Proof:
    """Tries proposals that have edits: all at once first, then those of the parts that got worse, in smaller and smaller groups."""
    proof = Proof()
    for layer in layers(proposal for proposal in proposals if proposal.edits):
        groups = [_Group(part, []) for part in components(snapshot, layer)]
        proof.parts += [group.accepted for group in groups]
        _Search(session, snapshot, proof, iter(range(MAX_TRIALS))).attempt(groups)
    proof.parts = [part for part in proof.parts if part]
    return proof


@dataclass(frozen=True, slots=True, eq=False)
class _Group:
    """Proposals of one part that are tried together; `accepted` takes the groups of that part that hold."""

    proposals: list[Proposal]
    accepted: list[list[Proposal]]


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """The search for what fails. Groups of all parts are tried at once, since rules about the whole estate make every trial dear."""

    session: Session
    snapshot: Snapshot
    proof: Proof
    trials: Iterator[int]

    def attempt(self, groups: list[_Group]) -> None:
        """Tries groups of different parts at once, and sees to those that fail."""
        if groups and next(self.trials, None) is None:
            self._give_up(groups, "it could not be tried, too many edits beside it failed")
        elif groups and not (found := objections(self.session, self.snapshot, [one for group in groups for one in group.proposals])):
            for group in groups:
                group.accepted.append(group.proposals)
        elif groups:
            self._look_into(groups, found)

    def _look_into(self, groups: list[_Group], found: "list[Objection]") -> None:
        failed = {id(group): [one for one in found if one.entry is not None and _is_about(group.proposals, one.entry)] for group in groups}
        guilty = [group for group in groups if failed[id(group)]]
        if len(groups) == 1:
            self._divide(groups, {id(groups[0]): found})
        elif guilty and all(one.entry is not None for one in found):
            self.attempt([group for group in groups if not failed[id(group)]])
            self._divide(guilty, failed)
        else:  # which of them it is, is not told
            self.attempt(groups[: len(groups) // 2])
            self.attempt(groups[len(groups) // 2 :])

    def _divide(self, groups: list[_Group], found: "dict[int, list[Objection]]") -> None:
        """Tries smaller groups of what failed; a single proposal is refused."""
        sides: tuple[list[_Group], list[_Group]] = ([], [])
        for group in groups:
            if len(group.proposals) == 1:
                self._give_up([group], found[id(group)][0].why)
                continue
            files = frozenset().union(*(one.files for one in found[id(group)]))
            for side, some in zip(sides, _apart(group.proposals, files), strict=True):
                side.append(_Group(some, group.accepted))
        for side in sides:
            self.attempt(side)

    def _give_up(self, groups: list[_Group], why: str) -> None:
        self.proof.objections.update((id(proposal), why) for group in groups for proposal in group.proposals)


def _is_about(part: list[Proposal], entry: Entry) -> bool:
    """Whether proposals change the files of a unit, or what is said about it."""
    return any(entry.unit in proposal.units or any(edit.file.path in entry.paths for edit in proposal.edits) for proposal in part)


def _apart(proposals: list[Proposal], files: frozenset[str]) -> tuple[list[Proposal], list[Proposal]]:
    """The proposals to try next: those that write where something got worse, and the others; halves where that is not told."""
    near = [proposal for proposal in proposals if any(edit.file.path in files for edit in proposal.edits)]
    if 0 < len(near) < len(proposals):
        return [proposal for proposal in proposals if proposal not in near], near
    return proposals[: len(proposals) // 2], proposals[len(proposals) // 2 :]


def components(snapshot: Snapshot, proposals: Sequence[Proposal]) -> list[list[Proposal]]:
    """The proposals divided so that those of different parts share neither a unit nor a file, be it one that a unit takes values from."""
    groups: list[tuple[set[str], list[Proposal]]] = []
    own = {entry.unit.path: entry.paths for entry in snapshot.entries}
    paths = {e.unit.path: e.paths.union(*(own.get(read, {read}) for read in e.unit.reads())) for e in snapshot.entries}
    for proposal in proposals:
        files = {edit.file.path for edit in proposal.edits}
        touched = files | {path for unit in proposal.units for path in paths.get(unit.path, ())}
        touched |= {path for found in paths.values() if found & files for path in found}
        joined = [group for group in groups if not group[0].isdisjoint(touched)]
        groups = [group for group in groups if group[0].isdisjoint(touched)]
        members = [member for _, found in joined for member in found]
        groups.append((touched.union(*(found for found, _ in joined)), [*members, proposal]))
    return [members for _, members in groups]


def apply(sources: Sources, edits: Iterable[Edit]) -> dict[Path, SourceFile]:
    """The changed files. Edits must not overlap; equal ones count once, insertions at one place keep their order."""
    by_file: dict[str, dict[tuple[int, int, str], Edit]] = {}
    for edit in edits:
        by_file.setdefault(edit.file.path, {})[edit.span.start, edit.span.end, edit.text] = edit
    return {sources.absolute(file := next(iter(found.values())).file): _edited(file, found.values()) for found in by_file.values()}


def _edited(file: SourceFile, edits: Iterable[Edit]) -> SourceFile:
    parts, position = [], 0
    for edit in sorted(edits, key=lambda edit: edit.span):
        parts += [file.text[position : edit.span.start], edit.text]
        position = edit.span.end
    return SourceFile(file.path, "".join(parts) + file.text[position:], bom=file.bom)


@dataclass(frozen=True, slots=True, eq=False)
class Objection:
    """Why proposals must not be applied together, the unit that is worse for them, and the files in which it is, where that is told."""

    why: str
    entry: Entry | None = None
    files: frozenset[str] = frozenset()


def objection_to(session: Session, snapshot: Snapshot, proposals: Sequence[Proposal]) -> str | None:
    """Why the proposals together must not be applied, or None when they do what they promise and nothing else."""
    found = objections(session, snapshot, proposals)
    return found[0].why if found else None


def objections(session: Session, snapshot: Snapshot, proposals: Sequence[Proposal]) -> list[Objection]:
    """All that speaks against applying the proposals together."""
    overlay = apply(snapshot.sources, (edit for proposal in proposals for edit in proposal.edits))
    try:
        units = (unit for proposal in proposals for unit in proposal.units)
        after = session.changed(snapshot, overlay, units, trial=not any(map(_asks_estate, proposals)))
    except ReloadError as error:
        return [Objection(str(error))]
    cured = Counter(key for proposal in proposals for key in _keys(proposal))
    left = frozenset(rule for proposal in proposals for rule in proposal.leaves)
    changed = ((old, new) for old, new in zip(snapshot.entries, after.entries, strict=True) if old is not new)
    found = [Objection(why, old, _new_in(old, new)) for old, new in changed if (why := worse(old, new, cured, left))]
    return found + [Objection(why) for proposal in proposals if (why := _still_there(proposal, snapshot.sources, overlay))]


def _new_in(old: Entry, new: Entry) -> frozenset[str]:
    """The files of the resources about which something is said that was not said before."""
    before = Counter(hit.key for hit in old.judged.kept)
    return frozenset(hit.finding.resource.header.file.path for hit in new.judged.kept if not before[hit.key])


def _asks_estate(proposal: Proposal) -> bool:
    """Whether what it cures is said with a view to other units."""
    return not isinstance(proposal.source, EngineFinding) and aws.Estate in proposal.source.first.rule.surroundings


def _keys(proposal: Proposal) -> Iterable[tuple[str, str, str, str]]:
    return () if isinstance(proposal.source, EngineFinding) else (hit.key for hit in proposal.source.hits)


def worse(old: Entry, new: Entry, cured: Counter[tuple[str, str, str, str]], left: frozenset[str]) -> str | None:
    """What is worse in a unit than it was, or not as good as it should be. A matter of taste in the place of a defect is no loss.

    `left` are rules that may speak of what was added.
    """
    known = Counter((p.rule, p.message, p.place.file.path) for p in old.unit.problems)
    for problem in new.unit.problems:
        known[problem.rule, problem.message, problem.place.file.path] -= 1
        if known[problem.rule, problem.message, problem.place.file.path] < 0:
            return f"afterwards {problem.place} would not be understood: {problem.message}"
    if gap := next((gap for gap in new.unit.gaps if all((gap.subject, gap.reason) != (g.subject, g.reason) for g in old.unit.gaps)), None):
        return f"afterwards {gap.subject} would not be analysed: {gap.reason}"
    if lost := {r.address for r in old.unit.resources} - {r.address for r in new.unit.resources}:
        return f"{min(lost)} would be gone"
    if failed := new.judged.examination.failed - old.judged.examination.failed:
        return f"{min(failed)} would fail"
    return _worse_findings(old, new, cured, left)


def _is_taste(rule: Rule, mended: Rule) -> bool:
    """Whether a rule is for fewer people than another, and about less."""
    return rule.persona.rank > mended.persona.rank and rule.severity.rank < mended.severity.rank


def _worse_findings(old: Entry, new: Entry, cured: Counter[tuple[str, str, str, str]], left: frozenset[str]) -> str | None:
    before = Counter(hit.key for hit in old.judged.kept)
    rules = {hit.key: hit.rule for entry in (old, new) for hit in entry.judged.kept}
    mended = [rules[key] for key in cured if key in rules]
    for key, count in Counter(hit.key for hit in new.judged.kept).items():
        lesser = bool(mended) and key not in cured and not before[key] and all(_is_taste(rules[key], one) for one in mended)
        lesser |= key[0] in left and not before[key]
        if count > before[key] - cured[key] and not lesser:
            return f"{key[0]} would {'remain' if count <= before[key] else 'be reported'} on {key[2]}"
    doubted = {(question.rule.id, question.resource.address) for question in old.judged.examination.open}
    watched = {(rule, address) for rule, _, address, _ in cured}
    for question in new.judged.examination.open:
        subject = (question.rule.id, question.resource.address)
        if subject in watched - doubted:
            return f"{subject[0]} could no longer be decided on {subject[1]}: {question.reason}"
    return None


def _still_there(proposal: Proposal, sources: Sources, overlay: dict[Path, SourceFile]) -> str | None:
    """For the removal of an exception: whether its rules are out of the file's exceptions."""
    if not isinstance(proposal.source, EngineFinding) or proposal.source.ignore is None:
        return None
    finding, file = proposal.source, proposal.source.place.file
    gone = _named(file, finding.dialect) - _named(overlay[sources.absolute(file)], finding.dialect)
    reason = proposal.source.ignore.directive.reason
    return None if all(gone[name, reason] for name in finding.idle) else "the exception would still be there"


def _named(file: SourceFile, dialect: str) -> Counter[tuple[str, str]]:
    """How often a file's exceptions name each rule with each reason."""
    return Counter((name, ignore.directive.reason) for ignore in file_ignores(file, dialect) for name in ignore.directive.rules)

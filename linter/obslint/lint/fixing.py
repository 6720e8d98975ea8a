"""Applying fixes in memory, round after round, until nothing is left to do."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from obslint.lint.engine import EngineFinding
from obslint.lint.present import Group
from obslint.lint.proof import Proof, apply, objection_to, prove
from obslint.lint.proposing import MayWrite, Proposal, layers, propose, propose_removal
from obslint.lint.request import FixMode
from obslint.lint.session import ReloadError, Session, Snapshot
from obslint.model import Edit
from obslint.policy import Applicability
from obslint.source import SourceFile

MAX_ROUNDS = 10
"""Rounds of fixes, or as many as there are fixes, since each round applies one at least; a file that still changes is put back."""

Wanted = Callable[[Snapshot], tuple[list[Group], list[EngineFinding]]]
"""The findings of a snapshot that are reported, so that nothing else is fixed."""


@dataclass(slots=True, eq=False)
class Mended:
    """What fixing came to: the last snapshot, the changed files, how many findings are gone, and what went wrong."""

    snapshot: Snapshot
    files: dict[Path, SourceFile] = field(default_factory=dict)
    fixed: int = 0
    errors: list[str] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Step:
    """What one round applied: how many findings it mended in which files."""

    paths: frozenset[str]
    fixed: int


@dataclass(slots=True, eq=False)
class Fixer:
    """Works on a session; `wanted` names the findings that may be fixed, `may_write` the files."""

    session: Session
    wanted: Wanted
    may_write: MayWrite
    _refused: dict[tuple[object, ...], str] = field(default_factory=dict)
    _steps: list[_Step] = field(default_factory=list)

    def proposals(self, snapshot: Snapshot) -> list[Proposal]:
        """The remedies for the wanted findings, their edits not tried yet."""
        groups, engine = self.wanted(snapshot)
        found = [*(propose(group, self.may_write) for group in groups), *(propose_removal(one, self.may_write) for one in engine)]
        return [proposal for proposal in found if proposal is not None]

    def offers(self, snapshot: Snapshot) -> list[Proposal]:
        """The remedies for the wanted findings; an edit that does not pass its proof becomes a description."""
        proposals = self.proposals(snapshot)
        self._prove(snapshot, [proposal for proposal in proposals if proposal.identity not in self._refused])
        return [
            proposal.by_hand(f"no edit is offered: {self._refused[proposal.identity]}") if proposal.identity in self._refused else proposal
            for proposal in proposals
        ]

    def _prove(self, snapshot: Snapshot, proposals: list[Proposal]) -> Proof:
        proof = prove(self.session, snapshot, proposals)
        for proposal in proposals:
            if id(proposal) in proof.objections:
                self._refused[proposal.identity] = proof.objections[id(proposal)]
        return proof

    def mend(self, start: Snapshot, mode: FixMode) -> Mended:
        """Applies the fixes of a mode until there are none left; files that do not settle are put back."""
        mended = Mended(start)
        rounds = max(MAX_ROUNDS, len(self._applicable(start, mode)))
        for _ in range(rounds):
            if not self._round(mended, mode):
                return mended
        restless = {edit.file.path for proposal in self._applicable(mended.snapshot, mode) for edit in proposal.edits}
        for path in sorted(restless & {file.path for file in mended.files.values()}):
            mended.errors.append(f"the fixes of {path} did not settle in {rounds} rounds, so it is left as it was")
        return self.without(start, mended, restless) if restless else mended

    def _applicable(self, snapshot: Snapshot, mode: FixMode) -> list[Proposal]:
        allowed = {Applicability.SAFE, Applicability.UNSAFE} if mode is FixMode.UNSAFE else {Applicability.SAFE}
        return [p for p in self.proposals(snapshot) if p.edits and p.applicability in allowed and p.identity not in self._refused]

    def _round(self, mended: Mended, mode: FixMode) -> bool:
        """Applies what can be applied at once, and tells whether that was anything."""
        snapshot = mended.snapshot
        for layer in layers(self._applicable(snapshot, mode)):
            parts = self._prove(snapshot, layer).parts
            if accepted := [proposal for groups in parts for proposal in self._together(snapshot, groups)]:
                self._refused.clear()  # what failed beside the old text may hold beside the new
                self._accept(mended, accepted)
                return True
        return False

    def _together(self, snapshot: Snapshot, groups: list[list[Proposal]]) -> list[Proposal]:
        """Proved groups of one part that also hold together: all of them if possible, else as many as do."""
        everything = [proposal for group in groups for proposal in group]
        if len(groups) < 2 or objection_to(self.session, snapshot, everything) is None:
            return everything
        accepted: list[Proposal] = []
        for group in groups:
            if objection_to(self.session, snapshot, [*accepted, *group]) is None:
                accepted += group
        return accepted

    def _accept(self, mended: Mended, proposals: list[Proposal]) -> None:
        edits = [edit for proposal in proposals for edit in proposal.edits]
        overlay = apply(mended.snapshot.sources, edits)
        units = [unit for proposal in proposals for unit in proposal.units]
        mended.snapshot = self.session.changed(mended.snapshot, overlay, units)
        mended.files |= overlay
        mended.fixed += len(proposals)
        self._steps += [_Step(_paths(proposal.edits), 1) for proposal in proposals]

    def without(self, start: Snapshot, mended: Mended, paths: Collection[str]) -> Mended:
        """The result with files put back as they were, and with them every file that a fix changed together with one of them."""
        back = set(paths)
        while True:
            joined = {path for step in self._steps if step.paths & back for path in step.paths}
            joined |= {path for entry in start.entries if entry.paths & back for path in entry.paths}
            if joined <= back:
                break
            back |= joined
        files = {path: file for path, file in mended.files.items() if file.path not in back}
        undone = sum(step.fixed for step in self._steps if step.paths & back)
        self._steps = [step for step in self._steps if not step.paths & back]
        try:
            snapshot = self.session.changed(start, files)
        except ReloadError as error:
            return Mended(start, {}, 0, [*mended.errors, f"all fixes are taken back: {error}"])
        return Mended(snapshot, files, mended.fixed - undone, mended.errors)


def _paths(edits: Iterable[Edit]) -> frozenset[str]:
    return frozenset(edit.file.path for edit in edits)

"""From what a rule wants changed to text edits, or to a description of what to do by hand."""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import chain

from obslint.lint.engine import EngineFinding
from obslint.lint.estate import describe
from obslint.lint.examine import Hit
from obslint.lint.present import Group
from obslint.lint.suppress import removal
from obslint.model import Declined, Draft, Edit, Link, Plain, Resource, Unit, Writer, assuming, named, path_text, relinked
from obslint.model.edit import Names
from obslint.policy import Add, Append, Applicability, Extend, Fix, PlanEffect, Remove, SetTo

MayWrite = Callable[[Edit], bool]
HitKey = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, eq=False)
class Proposal:
    """A remedy for a finding. `edits` belong together; `keys` are the defects that they cure, `units` where these are."""

    source: Group | EngineFinding
    title: str
    applicability: Applicability
    effect: PlanEffect
    reason: str = ""
    snippet: str = ""
    edits: tuple[Edit, ...] = ()
    keys: tuple[HitKey, ...] = ()
    units: tuple[Unit, ...] = field(default=(), repr=False)
    leaves: tuple[str, ...] = ()
    """Rules that may speak of what is added."""

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes it the same remedy in the next round, where offsets have moved."""
        said = self.source.message if isinstance(self.source, EngineFinding) else ""
        return self.keys, said, self.title, tuple((edit.file.path, edit.text) for edit in self.edits)

    def by_hand(self, reason: str) -> "Proposal":
        """The same remedy without edits, and why."""
        return replace(self, applicability=Applicability.MANUAL, reason=reason, edits=())


def propose(group: Group, may_write: MayWrite) -> Proposal | None:
    """The remedy for a finding, edits included where its writer gives exact ones; None when its rule names no remedy."""
    fix = group.first.finding.fix
    if fix is None:
        return None
    described = Proposal(
        group, title_of(fix), fix.applicability, fix.effect, fix.reason, snippet_of(fix),
        keys=tuple(dict.fromkeys(hit.key for hit in group.hits)), units=tuple({id(h.unit): h.unit for h in group.hits}.values()),
        leaves=fix.leaves,
    )  # fmt: skip
    if fix.applicability is Applicability.MANUAL:
        return described
    edits: dict[tuple[str, int, int, str], Edit] = {}
    for hit in group.hits:
        written = _written(hit)
        if isinstance(written, Declined):
            return described.by_hand(written.reason)
        edits |= {(edit.file.path, edit.span.start, edit.span.end, edit.text): edit for edit in written}
    return _checked(replace(described, edits=tuple(edits.values())), may_write)


def propose_removal(finding: EngineFinding, may_write: MayWrite) -> Proposal | None:
    """The remedy for a finding of the engine."""
    described = Proposal(finding, finding.remedy, Applicability.MANUAL, "none") if finding.remedy else None
    if described is None or finding.ignore is None:
        return described
    edit = removal(finding.ignore, finding.idle)
    if edit is None:
        return described
    return _checked(replace(described, applicability=Applicability.SAFE, edits=(edit,)), may_write)


def _checked(proposal: Proposal, may_write: MayWrite) -> Proposal:
    """The proposal, unless its edits lie where nothing may be written or contradict each other."""
    outside = next((edit.file.path for edit in proposal.edits if not may_write(edit)), None)
    if outside is not None:
        return proposal.by_hand(f"the edit would be in {outside}, outside of what is scanned")
    if any(overlap(one, other) for i, one in enumerate(proposal.edits) for other in proposal.edits[:i]):
        return proposal.by_hand("its instances need different edits in the same place")
    return proposal


def overlap(one: Edit, other: Edit) -> bool:
    """Whether two edits touch the same text. Insertions at the same place do not; they follow each other."""
    if one.file.path != other.file.path or (one.span == other.span and one.text == other.text):
        return False
    if one.span.start == one.span.end and other.span.start == other.span.end:
        return False
    return one.span.start < other.span.end and other.span.start < one.span.end


def _written(hit: Hit) -> tuple[Edit, ...] | Declined:
    """The edits of one finding, asked for under the conditions under which it arose."""
    fix = hit.finding.fix
    if fix is None or fix.resource is None or fix.change is None:
        return Declined("there is no edit for it")
    if not fix.resource.owned:
        return Declined("it is written in code that is not this repository's own")
    if fix.resource.writer is None:
        return Declined("its source text is not at hand")
    try:
        with assuming(hit.assumed):
            written = _write(fix.resource.writer, fix)
    except Exception as error:  # a writer that fails must not take the report along
        return Declined(f"obslint failed to write it: {describe(error)}")
    return written if isinstance(written, Declined) or written else Declined("there is nothing to change in its text")


def _write(writer: Writer, fix: Fix) -> tuple[Edit, ...] | Declined:
    resource, change = fix.resource, fix.change
    if resource is None:
        return Declined("it belongs to no resource")
    if isinstance(change, Remove):
        return writer.remove_attribute(resource, fix.path)
    if isinstance(change, Append):
        return writer.append_text(resource, fix.path, change.suffix)
    if isinstance(change, Extend):
        return writer.add_items(resource, fix.path, change.items)
    names = _named(writer, resource, fix)
    added = (writer.add_resource(resource, draft) for draft in names.values())
    if isinstance(change, SetTo):
        values = {path: relinked(value, names) for path, value in ((fix.path, change.value), *change.also)}
        rest = chain((writer.remove_attribute(resource, path) for path in change.drop), added)
        settings = writer.set_attributes(resource, values)
        return settings if isinstance(settings, Declined) else _all(chain((settings,), rest))
    return _all(added) if isinstance(change, Add) else Declined("there is no edit for it")


def _named(writer: Writer, resource: Resource, fix: Fix) -> Names:
    """The resources that a fix adds, under names that are free."""
    if isinstance(fix.change, Add):
        drafts: tuple[Draft, ...] = (*fix.change.needs, fix.change.draft)
    else:
        drafts = fix.change.needs if isinstance(fix.change, SetTo) else ()
    return named(drafts, lambda draft: writer.free_name(resource, draft))


def _all(written: Iterable[tuple[Edit, ...] | Declined]) -> tuple[Edit, ...] | Declined:
    """Edits that belong together; the first part that cannot be written declines for all."""
    edits: list[Edit] = []
    for part in written:
        if isinstance(part, Declined):
            return part
        edits += part
    return tuple(edits)


def title_of(fix: Fix) -> str:
    """The title of a fix, made from what it changes when the rule gives none."""
    if fix.title:
        return fix.title
    name = path_text(fix.path)
    if isinstance(fix.change, SetTo):
        return f"set {_assignment(fix, fix.change.value)}"
    if isinstance(fix.change, Remove):
        return f"remove {name}"
    if isinstance(fix.change, Append):
        return f"append {json.dumps(fix.change.suffix)} to {name}"
    return f"add {fix.change.draft.type} {fix.change.draft.name}" if isinstance(fix.change, Add) else "mend it"


def _assignment(fix: Fix, value: Plain) -> str:
    """`enable_logging = true` or `IsLogging: true`, as the dialect has it; the bare name for a long value."""
    name = path_text(fix.path)
    mark = ": " if fix.resource is not None and fix.resource.dialect == "cloudformation" else " = "
    if isinstance(value, Link):
        return f"{name}{mark}{value.resource.address}"
    return f"{name}{mark}{json.dumps(value)}" if isinstance(value, str | bool | int | float) else name


def snippet_of(fix: Fix) -> str:
    """The change as it would be written, where there is text to show."""
    if fix.resource is None or fix.resource.writer is None:
        return ""
    try:
        return "\n".join(_snippets(fix.resource.writer, fix.resource, fix))
    except Exception:  # a snippet is a courtesy
        return ""


def _snippets(writer: Writer, resource: Resource, fix: Fix) -> Iterator[str]:
    names = _named(writer, resource, fix)
    if isinstance(fix.change, SetTo):
        values = ((fix.path, fix.change.value), *fix.change.also)
        yield writer.render_attributes({path: relinked(value, names) for path, value in values})
    if isinstance(fix.change, Extend):
        yield writer.render_attributes({fix.path[-1:]: list(fix.change.items)})
    yield from (writer.render_resource(draft) for draft in names.values())


def layers(proposals: Iterable[Proposal]) -> list[list[Proposal]]:
    """The proposals in order, divided so that those of one layer do not touch the same text."""
    found: list[tuple[list[Proposal], dict[str, list[Edit]]]] = []
    for proposal in proposals:
        free = next((layer for layer in found if not _touches(layer[1], proposal)), None)
        if free is None:
            free = ([], {})
            found.append(free)
        free[0].append(proposal)
        for edit in proposal.edits:
            free[1].setdefault(edit.file.path, []).append(edit)
    return [layer for layer, _ in found]


def _touches(edits: dict[str, list[Edit]], proposal: Proposal) -> bool:
    return any(overlap(edit, other) for edit in proposal.edits for other in edits.get(edit.file.path, ()))

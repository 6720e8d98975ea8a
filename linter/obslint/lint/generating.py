"""Writing the recommended alarms that resources lack: drafted from facts, written in the style of the file, and proved by linting again."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from obslint import __version__, aws
from obslint.aws.recommended import TO_FILL_IN, missing_alarms
from obslint.lint.addresses import resources_at
from obslint.lint.estate import LoadedEstate, describe
from obslint.lint.generated import Alarm, Generated, LeftOut, Watched
from obslint.lint.present import location
from obslint.lint.proof import apply, worse
from obslint.lint.request import Request
from obslint.lint.result import Subject, Tool
from obslint.lint.runner import Examined, examined
from obslint.lint.session import ReloadError, Snapshot
from obslint.lint.topics import Topics
from obslint.lint.workloads import instances_at, is_there, measured
from obslint.lint.writing import unified_diff, write_files
from obslint.model import Declined, Draft, Edit, Link, Plain, Resource, Unit, parse_path, read, texts
from obslint.model import Path as Attribute
from obslint.policy import Persona, Severity
from obslint.source import SourceFile

_TITLE: Attribute = ("alarm_name",)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is asked for. `workload` is the address of one, and empty for all; `topic` an ARN or an address, empty for the only one.

    `runbook` is a link for the descriptions. With `only_felt`, alarms on what users feel come alone, where there are any.
    """

    workload: str = ""
    topic: str = ""
    runbook: str = ""
    only_felt: bool = False


@dataclass(slots=True, eq=False)
class _Wish:
    """An alarm to be written beside a resource. `address` is its own."""

    metric: str
    resource: Resource
    units: tuple[Unit, ...]
    address: str
    edits: tuple[Edit, ...]
    refused: str = ""


@dataclass(slots=True, eq=False)
class _Plan:
    """What is planned for resources that are written in one place: alarms, and what is left out."""

    resource: Resource
    unit: Unit
    wishes: list[_Wish] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def generate(request: Request, wishes: Wishes) -> Generated:
    """Plans alarms, proves them, and writes them with `request.write`. Raises `UsageError` for an address that nothing has."""
    asked = replace(request, persona=Persona.PEDANTIC, min_severity=Severity.INFO, given=request.given | {"persona", "min_severity"})
    first = examined(asked)
    if not first.estate.units:
        return Generated(Tool("obslint", __version__), errors=tuple(first.estate.errors))
    plans = list(_Planner(first, wishes).plans())
    files = _proved(first, [wish for plan in plans for wish in plan.wishes])
    errors = [f"{first.estate.sources.shown(path)} was not written: {why}" for path, why in _write(request, first.estate, files).items()]
    raised = (error for entry in first.snapshot.entries for error in entry.judged.examination.errors)
    return Generated(
        Tool("obslint", __version__),
        tuple(_shown(plan) for plan in plans if plan.wishes or plan.left_out),
        unified_diff(first.estate.sources, files),
        tuple(f"{one.path}: {one.reason}" for one in first.estate.missed),
        tuple(dict.fromkeys((*first.session.registry.errors, *first.session.broken.values(), *first.estate.errors, *raised, *errors))),
        request.write and not errors,
        True,
    )


def _write(request: Request, estate: LoadedEstate, files: dict[Path, SourceFile]) -> dict[Path, str]:
    return write_files(estate.sources, files) if request.write else {}


class _Planner:
    """Drafts alarms for resources, once for all instances that are written in one place."""

    def __init__(self, first: Examined, wishes: Wishes) -> None:
        self.first, self.wishes = first, wishes
        self.topics = Topics(first.estate, wishes.topic)
        self.wanted = self._wanted()
        self.names: set[tuple[str, str]] = set()
        self.titles = set(_titles(self.first.estate))

    def _wanted(self) -> set[int] | None:
        """The resources that are asked for, with what has metrics for them; None for all."""
        if not self.wishes.workload:
            return None
        named = resources_at(self.first.estate, self.wishes.workload)
        where = {id(one): loaded.unit for loaded in self.first.estate.units for one in loaded.unit.resources}
        found = {id(one) for each in named for one in measured(each, where[id(each)])}
        return found | {id(one) for one in named}

    def plans(self) -> Iterator[_Plan]:
        """A plan for each place where something is written that has recommended alarms."""
        for members in instances_at(self.first.estate, self._is_wanted):
            unit, resource = members[0]
            plan = _Plan(resource, unit)
            for metric, draft in self._drafts(plan):
                self._add(plan, metric, draft, members)
            if self.wanted is not None and not plan.wishes and not plan.left_out:
                plan.left_out.append(LeftOut("", "no alarms are recommended for its kind"))
            yield plan

    def _is_wanted(self, unit: Unit, resource: Resource) -> bool:
        if self.wanted is not None:
            return id(resource) in self.wanted
        home = self.first.estate.sources.base
        path, own = self.first.estate.sources.absolute(resource.header.file), home / unit.path
        return resource.owned and is_there(resource) and self.first.scope.reports_on(path, own)

    def _drafts(self, plan: _Plan) -> Iterator[tuple[str, Draft]]:
        view, unit = aws.View(plan.resource), aws.Unit(plan.unit)
        topic = self.topics.beside(view, unit)
        told = "" if isinstance(topic, Declined) else topic
        try:
            drafts, left = missing_alarms(view, unit, told, only_felt=self.wishes.only_felt, runbook=self.wishes.runbook)
        except Exception as error:  # a defect of ours must not end the run
            plan.left_out.append(LeftOut("", f"obslint failed to draft them: {describe(error)}"))
            return
        plan.left_out += [LeftOut(one.metric, one.reason) for one in left]
        if isinstance(topic, Declined):
            plan.left_out += [LeftOut(one.metric, topic.reason) for one in drafts]
            return
        yield from ((one.metric, one.draft) for one in drafts)

    def _add(self, plan: _Plan, metric: str, draft: Draft, members: list[tuple[Unit, Resource]]) -> None:
        """Adds an alarm to a plan, or why it cannot be written."""
        written = self._written(plan.resource, draft)
        if isinstance(written, Declined):
            plan.left_out.append(LeftOut(metric, written.reason))
            return
        address, edits = written
        plan.wishes.append(_Wish(metric, plan.resource, tuple({id(unit): unit for unit, _ in members}.values()), address, edits))

    def _written(self, resource: Resource, draft: Draft) -> tuple[str, tuple[Edit, ...]] | Declined:
        """The edits that write an alarm, and its address."""
        writer = resource.writer
        if writer is None or not resource.owned:
            return Declined("its text is not at hand, or is not this repository's own")
        named = self._named(resource, draft, lambda one: writer.free_name(resource, one))
        try:
            edits = writer.add_resource(resource, named)
        except Exception as error:  # a writer that fails must not take the others along
            return Declined(f"obslint failed to write it: {describe(error)}")
        if isinstance(edits, Declined):
            return edits
        outside = next((e.file for e in edits if not self.first.scope.may_write(self.first.estate.sources.absolute(e.file))), None)
        if outside:
            return Declined(f"the edit would be in {outside.path}, outside of what was named")
        prefix = resource.address.removesuffix(_own_address(resource))
        return f"{prefix}{named.address}", edits

    def _named(self, resource: Resource, draft: Draft, free: Callable[[Draft], str]) -> Draft:
        """The draft under a name that is free, and that no other alarm of this run has beside it; the kind of its resource tells both
        apart, in the code and in the account."""
        in_cloudformation = resource.dialect == "cloudformation"
        folder = resource.header.file.path if in_cloudformation else resource.header.file.path.rpartition("/")[0]
        kind = resource.type.rpartition("::")[2] if in_cloudformation else resource.type.removeprefix("aws_")
        joined = f"{kind}{draft.name}" if in_cloudformation else f"{kind}_{draft.name}"
        for name in (draft.name, joined, *(f"{draft.name}{number}" for number in range(2, 1000))):
            found = replace(draft, name=free(replace(draft, name=name)))
            if (folder, found.name) not in self.names:
                break
        self.names.add((folder, found.name))
        return self._titled(found, kind.replace("_", "-"))

    def _titled(self, draft: Draft, kind: str) -> Draft:
        """The draft with a name in the account that no other alarm has."""
        title = draft.attributes.get(_TITLE)
        if title is None:
            return draft
        if _text(title) in self.titles:
            title = replace(title, after=f"-{kind}{title.after}") if isinstance(title, Link) else f"{kind}-{title}"
        self.titles.add(_text(title))
        return replace(draft, attributes={**draft.attributes, _TITLE: title})


def _titles(estate: LoadedEstate) -> Iterator[str]:
    """The names of the alarms that there are."""
    for loaded in estate.units:
        for alarm in aws.Unit(loaded.unit).all(aws.MetricAlarm):
            yield from texts(alarm.name.value)


def _text(title: Plain) -> str:
    """The name of an alarm, as far as it is known."""
    if not isinstance(title, Link):
        return str(title)
    resource = title.resource
    named = () if isinstance(resource, Draft) else texts(read(resource.fields, parse_path(title.terraform)).value)
    return f"{title.before}{next(iter(named), resource.address)}{title.after}"


def _own_address(resource: Resource) -> str:
    """What of an address stands in the code itself, without the module."""
    if resource.dialect == "cloudformation":
        return resource.address.rpartition(".")[2]
    return resource.address[resource.address.rfind(f"{resource.type}.") :]


def _proved(first: Examined, wishes: list[_Wish]) -> dict[Path, SourceFile]:
    """The changed files; what linting objects to is refused, until nothing is."""
    bearable = _bearable(first)
    while left := [wish for wish in wishes if not wish.refused]:
        files = apply(first.snapshot.sources, (edit for wish in left for edit in wish.edits))
        units = {id(unit): unit for wish in left for unit in wish.units}
        try:
            after = first.session.changed(first.snapshot, files, units.values(), trial=True)
        except ReloadError as error:
            for wish in left:
                wish.refused = str(error)
            continue
        if not _refuse(first.snapshot, after, left, bearable):
            return files
    return {}


def _bearable(first: Examined) -> frozenset[str]:
    """Rules whose new findings are no loss: what people have to fill in, and that other workloads have no alarm, which was so before."""
    unwatched = {card.id for card in first.session.registry if card.family == "alarm_coverage" and card.id != "cause-only-alarms"}
    return frozenset((*TO_FILL_IN, *unwatched))


def _refuse(before: Snapshot, after: Snapshot, wishes: list[_Wish], bearable: frozenset[str]) -> bool:
    """Refuses what a unit is worse for, and tells whether that was anything: an alarm, else those of a workload, else all in the unit."""
    refused = False
    for old, new in zip(before.entries, after.entries, strict=True):
        objection = worse(old, new, Counter(), bearable) if old is not new else None
        if objection is None:
            continue
        concerned = [wish for wish in wishes if any(unit.path == new.unit.path for unit in wish.units)]
        known = Counter(hit.key for hit in old.judged.kept)
        added = [hit for hit in new.judged.kept if not known[hit.key] and hit.rule.id not in bearable]
        blamed = [(wish, hit) for hit in added for wish in concerned if hit.finding.resource.address == wish.address]
        blamed = blamed or [(wish, hit) for hit in added for wish in concerned if hit.finding.resource.address == wish.resource.address]
        for wish, hit in blamed:
            wish.refused = f"{hit.rule.id} would be reported on it: {hit.finding.message}"
        for wish in concerned if not blamed else ():
            wish.refused = objection
        refused |= bool(concerned)
    return refused


def _shown(plan: _Plan) -> Watched:
    """A plan as plain data."""
    resource = plan.resource
    refused = [LeftOut(wish.metric, wish.refused) for wish in plan.wishes if wish.refused]
    written = tuple(Alarm(wish.metric, wish.address) for wish in plan.wishes if not wish.refused)
    subject = Subject(resource.origin or resource.address, resource.type, plan.unit.path, (resource.address,))
    return Watched(subject, location(resource.header), written, (*plan.left_out, *refused))

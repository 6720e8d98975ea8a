"""Accepting findings that an exception covers, and judging the exceptions themselves."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from obslint.lint.examine import Examination, Hit
from obslint.lint.foreign import covers_rule, foreign_ignores, is_mapped
from obslint.lint.ignores import Ignore, file_ignores, metadata_ignores
from obslint.lint.known import Key
from obslint.lint.profile import Profile
from obslint.lint.selection import did_you_mean
from obslint.model import Edit, Known, Unit
from obslint.source import Sources


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """A unit after its exceptions: findings that stay, that are accepted, each with the exception, and that a baseline knows."""

    examination: Examination
    ignores: tuple[Ignore, ...]
    kept: tuple[Hit, ...]
    accepted: tuple[tuple[Hit, Ignore], ...]
    profile: Profile
    known: tuple[Hit, ...] = ()
    present: tuple[Hit, ...] = ()
    """Findings that were there before the change that is looked at."""


@dataclass(frozen=True, slots=True)
class Defect:
    """Why an exception does not count, or only in part, and what to do about it."""

    message: str
    remedy: str = ""
    expired: bool = False
    rule: str = ""
    """The name in the exception that it is about, when the others count."""


@dataclass(frozen=True, slots=True)
class Calendar:
    """What exceptions are judged by: the ids that exist, what others call them, and the day."""

    known: frozenset[str]
    today: date
    aliases: Callable[[], Mapping[str, frozenset[str]]] = dict
    """Asked only when an exception names what is no id, since most files have none."""
    families: Callable[[], Collection[str]] = tuple

    def rules(self, name: str) -> frozenset[str]:
        """The rules that a name in an exception stands for: one by its id, or those that another tool's id or a framework names."""
        return frozenset((name,)) if name in self.known else self.aliases().get(name, frozenset())

    def accepts(self, ignore: Ignore, rule: str) -> bool:
        """Whether an exception is about a rule."""
        if ignore.tool:
            return any(covers_rule(name, rule, self.aliases()) for name in ignore.directive.rules)
        return any(rule in self.rules(name) for name in ignore.directive.rules)

    def defects(self, ignore: Ignore, unignorable: Collection[str] = ()) -> list[Defect]:
        """Everything that is wrong with an exception, where some rules may not be silenced."""
        directive = ignore.directive
        found = [Defect(f"exception does not count: {text}") for text in directive.unclear]
        if found:
            return found
        if not directive.rules:
            found.append(Defect("exception names no rule, so it does not count", "write ignore[rule-id]"))
        if not ignore.tool:
            found += [defect for name in directive.rules if (defect := self._misnamed(name, unignorable))]
        if directive.rules and not directive.reason:
            found.append(
                Defect(
                    f"exception for {ignore.named or ', '.join(directive.rules)} gives no reason, so it does not count", 'add reason="..."'
                )
            )
        return [*found, *self._dated(directive.until)]

    def _misnamed(self, name: str, unignorable: Collection[str]) -> Defect | None:
        rules = self.rules(name)
        if not rules:
            if name in self.families():
                remedy = "name its rules, or write [per-path] in the settings, which takes families"
                return Defect(f"exception names {name}, which is a family, and no rule", remedy, rule=name)
            hint = did_you_mean(name, {*self.known, *self.aliases()})
            return Defect(f"exception names {name}, which is no rule{hint}", "obslint rules lists them", rule=name)
        if rules <= set(unignorable):
            return Defect(f"exception names {name}, which no exception may silence", "mend the finding; the settings say so", rule=name)
        return None

    def _dated(self, until: str) -> list[Defect]:
        day = _day(until)
        if until and day is None:
            return [Defect(f"exception does not count: until={until} is not a day", "write until=YYYY-MM-DD")]
        if day and day < self.today:
            return [Defect(f"exception expired on {day.isoformat()}", "mend the defect, or decide again and move the date", expired=True)]
        return []

    def counts(self, ignore: Ignore) -> bool:
        """Whether an exception is in force: understood, with a reason, and not expired."""
        directive = ignore.directive
        return bool(directive.reason) and not directive.unclear and not self._dated(directive.until)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def judge(examination: Examination, sources: Sources, calendar: Calendar, profile: Profile) -> Judged:
    """Divides the findings of a unit into those that stay and those that an exception accepts."""
    foreign = foreign_ignores(examination.unit, sources, profile.foreign)
    mapped = (ignore for ignore in foreign if is_mapped(ignore, calendar.aliases()))
    ignores = (*ignores_of(examination.unit, sources), *profile.exceptions, *mapped)
    counting = [ignore for ignore in ignores if calendar.counts(ignore)]
    kept: list[Hit] = []
    accepted: list[tuple[Hit, Ignore]] = []
    for hit in examination.hits:
        found = (i for i in counting if calendar.accepts(i, hit.rule.id) and i.covers(hit.finding.resource, hit.finding.at))
        accepting = None if hit.rule.id in profile.unignorable else next(found, None)
        if accepting is None:
            kept.append(hit)
        else:
            accepted.append((hit, accepting))
    return without_known(Judged(examination, ignores, tuple(kept), tuple(accepted), profile), sources.base)


def without_known(judged: Judged, base: Path) -> Judged:
    """Sets aside what is in the baseline."""
    baseline = judged.profile.baseline
    if baseline is None:
        return judged
    known = {id(hit): hit for hit in judged.kept if baseline.holds(hit.key, base)}
    return replace(judged, kept=tuple(hit for hit in judged.kept if id(hit) not in known), known=tuple(known.values()))


def without_present(judged: Judged, before: Collection[Key]) -> Judged:
    """Sets aside what was there before a change, by the keys of its findings."""
    present = {id(hit): hit for hit in judged.kept if hit.key in before}
    if not present:
        return judged
    return replace(judged, kept=tuple(hit for hit in judged.kept if id(hit) not in present), present=tuple(present.values()))


def ignores_of(unit: Unit, sources: Sources) -> tuple[Ignore, ...]:
    """Every exception in the files and the metadata of a unit; those of a file are read once for all units."""
    dialect = unit.dialect
    written = [i for file in unit.files for i in sources.derived(file, f"ignores:{dialect}", lambda file: file_ignores(file, dialect))]
    return (*written, *(ignore for resource in unit.resources for ignore in metadata_ignores(resource)))


def unused(judged: Iterable[Judged], broken: Collection[str], calendar: Calendar) -> list[tuple[Ignore, tuple[str, ...]]]:
    """The exceptions in force with those of their rules that are on, work, and that they accept nothing for, in any unit."""
    active: dict[int, set[str]] = {}
    uses: dict[int, set[str]] = {}
    seen: dict[int, Ignore] = {}
    reached: set[int] = set()
    for each in judged:
        for ignore in each.ignores:
            if calendar.counts(ignore) and ignore.paths is None and not ignore.tool:
                seen[id(ignore)] = ignore
                active.setdefault(id(ignore), set()).update(each.profile.active - set(broken) - each.profile.unignorable)
                uses.setdefault(id(ignore), set()).update(_kept_for(each, ignore, calendar))
                if ignore.lines is None or any(ignore.stands_on(r) for r in each.examination.unit.resources if _exists(r.presence)):
                    reached.add(id(ignore))
    idle = [(i, tuple(n for n in i.directive.rules if _is_idle(calendar.rules(n), active[key], uses[key]))) for key, i in seen.items()]
    return [(ignore, names) for ignore, names in idle if names and id(ignore) in reached]


def _is_idle(rules: frozenset[str], active: Collection[str], used: set[str]) -> bool:
    """Whether rules are on, and nothing is accepted for any of them."""
    return not rules.isdisjoint(active) and rules.isdisjoint(used)


def _exists(presence: object) -> bool:
    return not (isinstance(presence, Known) and presence.data is False)


def _kept_for(judged: Judged, ignore: Ignore, calendar: Calendar) -> set[str]:
    """The rules an exception accepts something for, or might have, had everything been known."""
    examination = judged.examination
    if examination.unit.problems:
        return {rule for name in ignore.directive.rules for rule in calendar.rules(name)}
    used = {hit.rule.id for hit, accepting in judged.accepted if accepting is ignore}
    used |= {question.rule.id for question in examination.open if ignore.touches(question.resource)}
    used |= {hit.rule.id for hit, _ in judged.accepted if ignore.covers(hit.finding.resource, hit.finding.at)}
    return used | examination.failed


def removal(ignore: Ignore, names: Collection[str]) -> Edit | None:
    """The edit that takes rules out of an exception, and the exception away when none is left; None where it cannot be edited."""
    left = [name for name in ignore.directive.rules if name not in names]
    if ignore.whole is None or ignore.rule_list is None:
        return None
    if left:
        return Edit(ignore.place.file, ignore.rule_list, ", ".join(left))
    return Edit(ignore.place.file, ignore.whole, "")

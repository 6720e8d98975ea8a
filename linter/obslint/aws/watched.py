"""Whether anybody hears of a class of account events, and if not, at which hop the way ends."""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws.alarms import MetricAlarm
from obslint.aws.cloudtrail import Trail
from obslint.aws.estate import Estate
from obslint.aws.logs import MetricFilter
from obslint.aws.patterns.matching import Event
from obslint.aws.unit import Unit, exists
from obslint.aws.watch_chain import ApiRecord, CallRule, alarms_on, alerts, asked_of, is_about_calls, reads_log_of
from obslint.aws.watch_fixes import add_alarm, add_watch, count_more, count_only, notify
from obslint.aws.watched_events import WatchedEvents
from obslint.aws.watched_samples import unwanted, wanted
from obslint.model import NO, YES, Truth, all_of, any_of
from obslint.policy import Finding

_NAMED = 3
"""How many events a message names."""


def unwatched(events: WatchedEvents, record: ApiRecord, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """A finding at the hop where a class of account events gets lost, once in a unit."""
    watch = Watch(events, record, unit, estate)
    if watch.starts_here:
        lost = [event for event in wanted(events) if ~watch.hears_of(event)]
        if lost:
            yield watch.gap(lost)


@dataclass(frozen=True, slots=True)
class Watch:
    """The watching of a class of account events in a unit, seen from where it starts."""

    events: WatchedEvents
    record: ApiRecord
    unit: Unit
    estate: Estate

    @property
    def trails(self) -> tuple[Trail, ...]:
        """The trails that deliver to a log group."""
        return tuple(trail for trail in self.unit.all(Trail) if trail.log_group.surely_set().known)

    @property
    def starts_here(self) -> Truth:
        """Whether it is the first such trail, or where there is none the first filter that asks for calls."""
        filters = () if self.trails else tuple(filter(is_about_calls, self.unit.all(MetricFilter)))
        first = next(iter((*self.trails, *filters)), None)
        return exists(self.record) if first is not None and first.resource is self.record.resource else NO

    def hears_of(self, event: Event) -> Truth:
        """Whether a person may hear of an event."""
        alarmed = any_of(self.unit.all(MetricFilter), lambda one: self.alarms_by(one, event))
        return alarmed | self.unit.any(CallRule, lambda rule: rule.tells(event, self.unit)) | self.may_be_elsewhere(event)

    def alarms_by(self, counter: MetricFilter, event: Event) -> Truth:
        """Whether a person may hear of an event by way of a filter. Most filters count something else."""
        found = self.counts(counter, event)
        if found.known is not False:
            found &= self.is_precise(counter)
        return found if found.known is False else found & alerts(counter, self.unit)

    def counts(self, counter: MetricFilter, event: Event) -> Truth:
        """Whether a filter counts an event."""
        asked = asked_of(counter.pattern.value, event)
        if asked.known is False:
            return asked
        here = any_of(self.trails, lambda trail: reads_log_of(counter, trail, self.unit)) if self.trails else YES
        return asked & here & exists(counter)

    def is_precise(self, counter: MetricFilter) -> Truth:
        """Whether a filter leaves out what is none of the events."""
        return all_of(unwanted(self.events), lambda event: ~asked_of(counter.pattern.value, event))

    def may_be_elsewhere(self, event: Event) -> Truth:
        """Whether code outside of the unit may count the event, or alarm on a count."""
        own = {id(one.resource) for view in (MetricFilter, CallRule) for one in self.unit.all(view)}
        filters = [one for one in self.estate.all(MetricFilter) if id(one.resource) not in own]
        rules = [one for one in self.estate.all(CallRule) if id(one.resource) not in own]
        found = any_of(filters, lambda one: asked_of(one.pattern.value, event)) | any_of(rules, lambda one: one.takes(event))
        group = self.record.declared_group(self.unit)
        handed_on = [one for one in self.unit.all(MetricFilter) if self.counts(one, event).known]
        return found | any_of((*handed_on, *([group] if group else ())), lambda one: ~self.unit.closed_around(one))

    def gap(self, lost: list[Event]) -> Finding:
        """The finding about events that nobody hears of: at the last hop that one of them reaches."""
        counters = [one for one in self.unit.all(MetricFilter) if self.counts(one, lost[0]).known]
        precise = next((one for one in counters if self.is_precise(one).known), None)
        if precise is not None:
            return self._unheard(precise, [event for event in lost if self.counts(precise, event).known])
        if counters:
            return self._too_broad(counters[0])
        narrow = next((one for one in self.unit.all(MetricFilter) if self._counts_some(one).known), None)
        if narrow is None:
            fix = add_watch(self.events, self.record, self.unit)
            return self.record.log_group.finding(f"no metric filter counts {listing(lost)}", fix=fix)
        missed = [event for event in lost if not self.counts(narrow, event).known]
        fix = count_more(self.events, narrow, missed)
        return narrow.pattern.finding(f"the filter does not count {listing(missed)}, nor does another", fix=fix)

    def _counts_some(self, counter: MetricFilter) -> Truth:
        return any_of(wanted(self.events), lambda event: self.counts(counter, event)) & self.is_precise(counter)

    def _unheard(self, counter: MetricFilter, lost: list[Event]) -> Finding:
        """A finding about a metric that no alarm reads, or whose alarm tells nobody."""
        alarm: MetricAlarm | None = next(iter(alarms_on(counter, self.unit)), None)
        if alarm is not None:
            message = f"the alarm on {listing(lost)} tells nobody"
            return alarm.alarm_actions.finding(message, fix=notify(alarm, self.unit), related=(counter.label("this counts them"),))
        metric = next(iter(counter.transformations), None)
        if metric is None:
            return counter.pattern.finding(f"the count of {listing(lost)} goes to no metric")
        message = f"no alarm reads the metric {metric.name.shown}, which counts {listing(lost)}"
        return metric.name.finding(message, fix=add_alarm(counter, metric, self.unit))

    def _too_broad(self, counter: MetricFilter) -> Finding:
        others = [event for event in unwanted(self.events) if asked_of(counter.pattern.value, event).known]
        message = f"the filter counts {listing(others)} too, so its alarm does not stand for {listing(list(wanted(self.events)))}"
        return counter.pattern.finding(message, fix=count_only(self.events))


def listing(events: list[Event]) -> str:
    """The names of events for a message; of many, the first."""
    names = [event.name for event in events]
    if len(names) > _NAMED + 1:
        names = [*names[:_NAMED], f"{len(names) - _NAMED} more"]
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))

"""What is made of a value that is one of a few."""

from collections.abc import Callable

from obslint.model import Candidate, Known, Unknown, Value, settle
from obslint.source import Place
from obslint.terraform.values import Many, unknown_of


def each_choice(base: Unknown, make: Callable[[Value], Value], place: Place) -> Value:
    """As many results as the value has candidates."""
    made = tuple(Candidate(make(settle(choice.value)), choice.guards) for choice in base.candidates)
    doubt = unknown_of([base, *(choice.value for choice in made)], place, base.why)
    return Unknown(base.why, candidates=made, mentions=doubt.mentions, place=place)


def each_count(base: Many, each: Value, place: Place) -> Value:
    """A list of all instances, of which there are one of a few possible numbers; `each` is what comes of one."""
    made = unknown_of([base, each], place)
    candidates = tuple(Candidate(Known((each,) * count, place=place)) for count in base.counts)
    return Unknown(made.why, candidates=candidates, mentions=made.mentions, place=place)

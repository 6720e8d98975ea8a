"""Rules and views of the toy language."""

from obslint.aws import View, attribute
from obslint.lint.request import Outcome
from obslint.policy import Severity, append, rule, set_to


class Trail(View, terraform="trail", cloudformation="stack"):
    """A toy trail."""

    validate = attribute("validate", "validate", default=False)
    days = attribute("days", "days")
    kind = attribute("kind", "kind")
    name = attribute("name", "name")


@rule(Severity.ERROR)
def unvalidated(trail: Trail):
    """The trail is not validated.

    Nobody can prove anything.
    """
    if trail.validate.surely_not(True):
        yield trail.validate.finding("files are not validated", fix=set_to(True))


@rule(Severity.WARNING)
def short_lived(trail: Trail):
    """Days are too few."""
    if trail.days.below(30):
        yield trail.days.finding(f"kept for {trail.days.shown} days", fix=set_to(90, unsafe="it costs money"))


@rule(Severity.INFO)
def unstarred(trail: Trail):
    """The name has no star."""
    if trail.name.surely_set() & ~trail.name.ends_with("*"):
        yield trail.name.finding("name has no star", fix=append("*"))


RULES = (unvalidated, short_lived, unstarred)


def seen(outcome: Outcome) -> list[str]:
    """The findings in short."""
    return [f"{f.location.line} {f.rule} {f.message}" for f in outcome.report.findings]

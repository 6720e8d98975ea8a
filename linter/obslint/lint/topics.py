"""Whom generated alarms tell: the topic that was named, or the only one there is."""

import re

from obslint import aws
from obslint.lint.addresses import resources_at
from obslint.lint.estate import LoadedEstate
from obslint.lint.request import UsageError
from obslint.model import Declined, Draft, Link, Plain, Resource

_ARN = re.compile(r"arn:[\w-]+:sns:[\w-]*:\d{12}:[\w.-]+")
_VARIABLE = re.compile(r"(?:var|local)\.[\w-]+")
_TOPICS = ("aws_sns_topic", "data.aws_sns_topic", "AWS::SNS::Topic")


class Topics:
    """Finds the topic for an alarm. Raises `UsageError` when what was given is neither an ARN nor a topic."""

    def __init__(self, estate: LoadedEstate, given: str) -> None:
        self.given, self.named = given, _named(estate, given)

    def beside(self, view: aws.View, unit: aws.Unit) -> "Plain | Declined":
        """The topic as it is written beside a resource, or why it cannot be."""
        found = self._beside(view, unit)
        if isinstance(found, Link) and found.resource is view.resource:
            return Declined("what goes wrong with a topic cannot be told through it; give another with --topic")
        return found

    def _beside(self, view: aws.View, unit: aws.Unit) -> "Plain | Declined":
        if not self.given:
            return _only(view, unit)
        if not self.named:
            return self._written(view, unit)
        here = [aws.View(one) for one in self.named if any(one is other for other in unit.data.resources)]
        if not here:
            return Declined(f"{self.given} is not deployed together with it; give its ARN")
        found = next((one for one in here if one.can_be_named_by(view)), None)
        return found.link("arn", "Ref") if found else Declined(f"{self.given} cannot be named from the module that it is in; give its ARN")

    def _written(self, view: aws.View, unit: aws.Unit) -> "Plain | Declined":
        """An ARN, or a variable of the module."""
        if not _VARIABLE.fullmatch(self.given):
            return self.given
        kind, _, name = self.given.partition(".")
        declared = rf'^variable\s+"{name}"' if kind == "var" else rf"^\s+{name}\s*="
        folder = view.header.file.path.rpartition("/")[0]
        beside = (file.text for file in unit.data.files if file.path.rpartition("/")[0] == folder)
        if view.resource.dialect == "cloudformation" or not any(re.search(declared, text, re.MULTILINE) for text in beside):
            return Declined(f"there is no {self.given} in its module")
        return Link(Draft(kind, name, {}), "", "")


def _only(view: aws.View, unit: aws.Unit) -> "Plain | Declined":
    """The only topic that somebody receives from, else the only one."""
    topic = unit.only(aws.Topic, view, lambda one: one.has_receiver(unit)) or unit.only(aws.Topic, view)
    if topic:
        return topic.link("arn", "Ref")
    count = len(unit.all(aws.Topic))
    why = "no topic is declared beside it" if not count else "its topic cannot be named here" if count == 1 else f"there are {count} topics"
    return Declined(f"whom it tells is not known, {why}; give --topic")


def _named(estate: LoadedEstate, given: str) -> tuple[Resource, ...]:
    """The topics with an address; none where an ARN or a variable is given."""
    if not given or _ARN.fullmatch(given) or _VARIABLE.fullmatch(given):
        return ()
    if given.startswith("arn:"):
        raise UsageError(f"{given} is no ARN of a topic; those are like arn:aws:sns:eu-west-1:123456789012:alerts")
    found = resources_at(estate, given)
    if other := next((one for one in found if one.type not in _TOPICS), None):
        raise UsageError(f"{given} is {other.type}, and alarms tell topics")
    return found

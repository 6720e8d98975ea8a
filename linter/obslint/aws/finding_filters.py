"""What becomes of security findings: filters that archive them, patterns that miss some, and whether anything takes them on."""

from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.detectors import Detector, GuardDutyOrganization
from obslint.aws.estate import Estate
from obslint.aws.events.patterns import SOURCE, Condition
from obslint.aws.events.rules import BusRule
from obslint.aws.view import View, attribute, blocks
from obslint.model import Fields, Json, Known, Plain, Truth, Unknown, any_of, settle, truth, undecided
from obslint.model.compare import doubt
from obslint.policy import Fix, add_resource, set_to

_SEVERITY = ("detail", "severity")
_COARSE = ("severity", "region", "accountId", "service.archived", "updatedAt", "resource.resourceType", "service.count", "confidence")
"""Fields by which findings of every kind and about everything still pass."""

_HIGH = 7


def gapped_severities(rule: BusRule) -> Iterator[tuple[Condition, tuple[int, ...]]]:
    """The conditions on the severity of GuardDuty findings that list whole numbers only."""
    pattern = rule.matching
    if pattern.texts(SOURCE) != ("aws.guardduty",):
        return
    for one in pattern.on(_SEVERITY):
        known = [_number(found.operand) for found in one.matchers if isinstance(found.operand, Known) or found.kind != "equals"]
        whole = tuple(sorted(int(number) for number in known if number is not None and number == int(number)))
        if one.readable & truth(len(whole) == len(known) and bool(whole)):
            yield one, whole


def _number(value: object) -> float | None:
    data = value.data if isinstance(value, Known) else None
    return float(data) if isinstance(data, int | float) and not isinstance(data, bool) else None


def numeric_fix(condition: Condition, listed: tuple[int, ...]) -> Fix:
    """Asks for the range that the numbers span; up to the highest when they reach 8."""
    whole = list(range(listed[0], listed[-1] + 1))
    bounds: list[str | int] = [">=", listed[0]] if listed[-1] >= _HIGH + 1 else [">=", listed[0], "<", listed[-1] + 1]
    title = f"ask for severity {' '.join(map(str, bounds))}"
    manual = "" if list(listed) == whole else "which severities are wanted has to be decided"
    return set_to([{"numeric": bounds}], title=title, manual=manual).on(condition.at.resource, condition.at.path)


class _Criterion(View):
    field = attribute("field", None)
    below = attribute("less_than", None)
    at_most = attribute("less_than_or_equal", None)
    equals = attribute("equals", None)


class FindingFilter(View, terraform="aws_guardduty_filter", cloudformation="AWS::GuardDuty::Filter"):
    """A filter of GuardDuty findings; it can archive them."""

    action = attribute("action", "Action", default="NOOP")
    criteria = blocks("finding_criteria.criterion", None, _Criterion)
    mapped = attribute(None, "FindingCriteria.Criterion")

    @property
    def archives_all_severities(self) -> Truth:
        """Whether findings of high severity about anything are archived."""
        narrow = self._mapped_narrowly() if self.resource.dialect == "cloudformation" else self.criteria.any(_narrows)
        return self.action.surely("ARCHIVE") & ~narrow

    def _mapped_narrowly(self) -> Truth:
        value = settle(self.mapped.value)
        if isinstance(value, Unknown):
            return doubt(value)
        if not isinstance(value, Known) or not isinstance(value.data, Fields):
            return undecided("the criteria cannot be read", self.mapped.at)
        if value.data.open_end is not None:
            return undecided(value.data.open_end, self.mapped.at)
        return any_of(list(value.data), lambda name: truth(name not in _COARSE) | _bounds(name, self.mapped.member(name)))


def _narrows(one: _Criterion) -> Truth:
    bounded = one.below.surely_set() | one.at_most.surely_set() | one.equals.surely_set()
    return ~one.field.surely_in(_COARSE) | (one.field.surely("severity") & bounded)


_UPPER = ("Lt", "Lte", "LessThan", "LessThanOrEqual", "Eq", "Equals")


def _bounds(name: str, condition: Attribute) -> Truth:
    """Whether a condition on the severity leaves high ones out; a list of severities is taken for one that does."""
    return any_of([key for key in _UPPER if name == "severity"], lambda key: condition.member(key).surely_set())


class Destination(View, terraform="aws_guardduty_publishing_destination", cloudformation="AWS::GuardDuty::PublishingDestination"):
    """Takes the findings of a detector."""


class SecurityHub(View, terraform="aws_securityhub_account", cloudformation="AWS::SecurityHub::Hub|AWS::SecurityHub::HubV2"):
    """Collects findings of an account."""


class HubOrganization(
    View,
    terraform="aws_securityhub_organization_configuration|aws_securityhub_organization_admin_account|aws_securityhub_finding_aggregator"
    "|aws_securityhub_member|aws_securityhub_invite_accepter",
    cloudformation="AWS::SecurityHub::OrganizationConfiguration|AWS::SecurityHub::DelegatedAdmin|AWS::SecurityHub::FindingAggregator",
):
    """Hands findings to the account that looks after the others."""


def _takes(source: str, estate: Estate) -> Truth:
    """Whether no rule takes events of a source on."""
    return estate.none(BusRule, lambda one: one.pattern.spells(source) & ~one.is_off)


def threats_go_nowhere(detector: Detector, estate: Estate) -> Truth:
    """Whether nothing takes the findings of GuardDuty on: no rule, no export, no Security Hub, no administrator."""
    others = (Destination, SecurityHub, GuardDutyOrganization)
    nothing = _takes("aws.guardduty", estate)
    for one in others:
        nothing &= estate.none(one)
    return detector.enabled.surely(True) & nothing


def hub_goes_nowhere(hub: SecurityHub, estate: Estate) -> Truth:
    """Whether nothing takes the findings of Security Hub on."""
    return estate.leads(hub) & _takes("aws.securityhub", estate) & estate.none(HubOrganization)


def routing_fix(beside: View, source: str) -> Fix:
    """A rule that takes findings on."""
    why = "who is told has to be decided"
    pattern: Plain = {"source": [source]}
    made: Plain = Json({"source": [source]}) if beside.resource.dialect == "terraform" else pattern
    draft = BusRule.draft(beside, pattern=made)
    return add_resource(draft, "add a rule that sends them to somebody", manual=why).on(beside.resource, ())

"""Who reads log groups: subscription and metric filters, anomaly detectors, vended deliveries, policies of the account."""

from obslint.aws.attribute import Attribute
from obslint.aws.edge import Delivery
from obslint.aws.estate import Estate
from obslint.aws.functions import Function
from obslint.aws.logs import LogGroup, ManagedLogGroup
from obslint.aws.unit import Unit, exists
from obslint.aws.view import View, attribute, reference
from obslint.model import NO, Plain, Truth, any_of
from obslint.policy import Fix, Json, Label, add_resource, set_to


class LogReader(
    View,
    terraform="aws_cloudwatch_log_metric_filter|aws_cloudwatch_log_subscription_filter|aws_cloudwatch_log_anomaly_detector",
    cloudformation="AWS::Logs::MetricFilter|AWS::Logs::SubscriptionFilter|AWS::Logs::LogAnomalyDetector",
):
    """Something that evaluates the events of a log group as they come in.

    Groups of the class INFREQUENT_ACCESS have none of it. Groups of the class DELIVERY hand events on by subscription filters:
    https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html
    """

    group = reference("log_group_name", "LogGroupName")
    groups = reference("log_group_arn_list", "LogGroupArnList")

    @property
    def source(self) -> Attribute:
        """What names the log group."""
        return self.groups if self.is_type("aws_cloudwatch_log_anomaly_detector", "AWS::Logs::LogAnomalyDetector") else self.group

    def is_unsupported_by(self, group: LogGroup) -> Truth:
        """Whether it reads a log group of a class that does not let it."""
        delivers = self.is_type("aws_cloudwatch_log_subscription_filter", "AWS::Logs::SubscriptionFilter")
        limited = group.log_class.surely_in(("INFREQUENT_ACCESS",) if delivers else ("INFREQUENT_ACCESS", "DELIVERY"))
        return limited & self.source.refers_to(group)


class SubscriptionFilter(View, terraform="aws_cloudwatch_log_subscription_filter", cloudformation="AWS::Logs::SubscriptionFilter"):
    """Sends the events of a log group to a function or a stream."""

    group = reference("log_group_name", "LogGroupName")
    pattern = attribute("filter_pattern", "FilterPattern")
    destination = reference("destination_arn", "DestinationArn")

    def shares_group(self, other: "SubscriptionFilter", unit: Unit) -> Truth:
        """Whether another filter reads the same log group."""
        same = any_of(unit.all(LogGroup), lambda group: self.group.refers_to(group) & other.group.refers_to(group))
        return (same | self.group.same_as(other.group)) & exists(other)

    def exceeds(self, limit: int, unit: Unit) -> Truth:
        """Whether as many filters as may be stand before it on the same log group."""
        earlier: list[SubscriptionFilter] = []
        for one in unit.all(SubscriptionFilter):
            if one.resource is self.resource:
                break
            earlier.append(one)
        answers = [one.shares_group(self, unit) for one in earlier]
        possible = [answer for answer in answers if answer.known is not False]
        certain = [answer for answer in possible if answer.known]
        if len(possible) < limit or len(certain) >= limit:
            return any_of(certain, lambda answer: answer) if len(certain) >= limit else NO
        return any_of([answer for answer in possible if answer.known is None], lambda answer: answer)

    def feeds_itself(self, function: Function) -> Truth:
        """Whether all that a function logs is sent to that very function."""
        own = function.log_group.surely_absent() & function.logs_under(self.group)
        return self.destination.refers_to(function) & own & self.pattern.surely_absent()

    def feeds_through(self, function: Function, unit: Unit) -> Truth:
        """The same where the log group is declared."""
        groups = [group for group in unit.all(LogGroup) if self.group.refers_to(group).known]
        own = any_of(groups, lambda group: function.log_group.refers_to(group) | function.logs_to(ManagedLogGroup(group.resource)))
        return self.destination.refers_to(function) & own & self.pattern.surely_absent()


class LogAccountPolicy(View, terraform="aws_cloudwatch_log_account_policy", cloudformation="AWS::Logs::AccountPolicy"):
    """A policy for all log groups of the account in a region: a subscription filter, or masking."""

    kind = attribute("policy_type", "PolicyType")
    document = attribute("policy_document", "PolicyDocument")
    criteria = attribute("selection_criteria", "SelectionCriteria")

    def feeds(self, function: Function) -> Truth:
        """Whether the events of all groups are sent to a function, its own among them."""
        return self.kind.surely("SUBSCRIPTION_FILTER_POLICY") & self.criteria.surely_absent() & self.document.mentions(function)


class LogSubscription(
    View,
    terraform="aws_cloudwatch_log_subscription_filter|aws_cloudwatch_log_account_policy",
    cloudformation="AWS::Logs::SubscriptionFilter|AWS::Logs::AccountPolicy",
):
    """A subscription of one log group, or of all of the account."""

    def loop(self, unit: Unit) -> tuple[Attribute, Label] | None:
        """What lets a function receive what it logs itself, and a label on that function."""
        for function in unit.all(Function):
            label = function.label("this function receives what it logs")
            if self.is_type(*LogAccountPolicy.types()):
                if LogAccountPolicy(self.resource).feeds(function):
                    return LogAccountPolicy(self.resource).criteria, label
            elif self._filter.feeds_itself(function) | self._filter.feeds_through(function, unit):
                return self._filter.group, label
        return None

    @property
    def _filter(self) -> SubscriptionFilter:
        return SubscriptionFilter(self.resource)


class DataProtection(View, terraform="aws_cloudwatch_log_data_protection_policy"):
    """Masks sensitive data in a log group; CloudFormation has it inside the group."""

    group = reference("log_group_name", None)
    document = attribute("policy_document", None)


_IDENTIFIERS = tuple(f"arn:aws:dataprotection::aws:data-identifier/{name}" for name in ("AwsSecretKey", "EmailAddress"))


def is_masked(group: LogGroup, unit: Unit, estate: Estate) -> Truth:
    """Whether a policy of the group, or of all groups of the account, masks sensitive data; the account's may stand outside of the scan."""
    own = group.masking.surely_set() | ~unit.none(DataProtection, lambda one: one.group.refers_to(group), of=group)
    return own | ~estate.none(LogAccountPolicy, lambda one: one.kind.surely("DATA_PROTECTION_POLICY"))


def masking_fix(group: LogGroup) -> Fix:
    """Masks mail addresses and secret keys, as a policy to start from."""
    unsafe = "masking is billed by volume, and what to mask has to be decided"
    found: Plain = {"Sid": "audit", "DataIdentifier": _IDENTIFIERS, "Operation": {"Audit": {"FindingsDestination": {}}}}
    masked: Plain = {"Sid": "mask", "DataIdentifier": _IDENTIFIERS, "Operation": {"Deidentify": {"MaskConfig": {}}}}
    policy: dict[str, Plain] = {"Name": "data-protection", "Version": "2021-06-01", "Statement": [found, masked]}
    if group.resource.dialect == "cloudformation":
        return set_to(policy, title="mask sensitive data", unsafe=unsafe)
    draft = DataProtection.draft(group, group=group.link("name", "Ref"), document=Json(policy))
    return add_resource(draft, "mask sensitive data", unsafe=unsafe)


class DeliveryEnd(
    View,
    terraform="aws_cloudwatch_log_delivery_source|aws_cloudwatch_log_delivery_destination",
    cloudformation="AWS::Logs::DeliverySource|AWS::Logs::DeliveryDestination",
):
    """A source or a destination of vended logs."""

    named_by = ("name",)
    handles = ("arn", "name", "Arn", "Ref")
    name = attribute("name", "Name")
    policy = attribute(None, "DeliveryDestinationPolicy")

    @property
    def is_source(self) -> bool:
        """Whether it is the end that logs come from."""
        return self.is_type("aws_cloudwatch_log_delivery_source", "AWS::Logs::DeliverySource")

    def is_paired_by(self, delivery: Delivery) -> Truth:
        """Whether a delivery starts or ends here."""
        return (delivery.source if self.is_source else delivery.destination).refers_to(self)

    def is_for_others(self, unit: Unit) -> Truth:
        """Whether other accounts may deliver here, whose deliveries stand in their own code."""
        return self.policy.surely_set() | unit.any(DeliveryPolicy, lambda one: one.destination.refers_to(self))

    def is_unpaired(self, unit: Unit) -> Truth:
        """Whether no delivery starts or ends here, and none of other accounts can."""
        return unit.none(Delivery, self.is_paired_by, of=self) & ~self.is_for_others(unit)

    def waits_for_source(self, unit: Unit) -> Truth:
        """Whether the missing delivery is that of a source of the unit, at which it is reported."""
        return NO if self.is_source else unit.any(DeliveryEnd, lambda one: one.is_unpaired(unit) if one.is_source else NO)

    def pairing_fix(self, unit: Unit) -> Fix:
        """Adds a delivery: to the only destination of the unit, or from its only source."""
        other = unit.only(DeliveryEnd, self, lambda one: NO if one.is_source is self.is_source else one.is_there)
        source, destination = (self, other) if self.is_source else (other, self)
        draft = Delivery.draft(
            self,
            source=source.link("name", "Ref") if source else "SOURCE",
            destination=destination.link("arn", "Arn") if destination else "arn:aws:logs:REGION:ACCOUNT:delivery-destination:NAME",
        )
        unsafe = "delivered logs are billed by volume" if other else ""
        return add_resource(draft, "connect it with a delivery", unsafe=unsafe, manual="" if other else "the other end has to be chosen")

    @property
    def is_there(self) -> Truth:
        """Whether it is created at all."""
        return exists(self)


class DeliveryPolicy(View, terraform="aws_cloudwatch_log_delivery_destination_policy"):
    """Admits other accounts to a destination."""

    destination = reference("delivery_destination_name", None)

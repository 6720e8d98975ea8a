"""Budgets, cost anomalies, and the canaries that keep what they measured."""

from collections.abc import Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks, reference
from obslint.model import Draft, Plain, Truth
from obslint.policy import Fix, set_to

_BY_MAIL: Plain = {"SubscriptionType": "EMAIL", "Address": "ADDRESS"}
_NOTIFICATION: Plain = {
    "Notification": {"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 80},
    "Subscribers": [_BY_MAIL],
}


class BudgetNotification(View):
    """A threshold of a budget, and who is told when it is passed."""

    emails = attribute("subscriber_email_addresses", None)
    topics = attribute("subscriber_sns_topic_arns", None)
    subscribers = attribute(None, "Subscribers")

    @property
    def reaches_nobody(self) -> Truth:
        """Whether it has no subscriber."""
        return self.emails.surely_absent() & self.topics.surely_absent() & self.subscribers.surely_absent()

    @property
    def recipients(self) -> Attribute:
        """The attribute that names e-mail addresses."""
        return self.subscribers if self.resource.dialect == "cloudformation" else self.emails

    def recipient_fix(self, reason: str) -> Fix:
        """A recipient as it could be written; CloudFormation replaces a budget whose notifications change."""
        if self.resource.dialect == "cloudformation":
            return set_to([_BY_MAIL], title="tell somebody", manual=reason, effect="replacement")
        return set_to(["ADDRESS"], title="tell somebody", manual=reason)


class Budget(View, terraform="aws_budgets_budget", cloudformation="AWS::Budgets::Budget"):
    """A budget: it limits nothing by itself."""

    named_by = ("name",)
    handles = ("name", "id", "arn", "Ref")
    name = attribute("name", "Budget.BudgetName")
    kind = attribute("budget_type", "Budget.BudgetType")
    time_unit = attribute("time_unit", "Budget.TimeUnit")
    amount = attribute("limit_amount", "Budget.BudgetLimit.Amount")
    currency = attribute("limit_unit", "Budget.BudgetLimit.Unit")
    comparison = attribute("notification.comparison_operator", None)
    threshold = attribute("notification.threshold", None)
    threshold_type = attribute("notification.threshold_type", None)
    notification_type = attribute("notification.notification_type", None)
    emails = attribute("notification.subscriber_email_addresses", None)
    first_notification = attribute("notification.notification_type", "NotificationsWithSubscribers")
    notified_list = attribute(None, "NotificationsWithSubscribers")
    notifications = blocks("notification", "NotificationsWithSubscribers", BudgetNotification)

    def has_action(self, unit: Unit) -> Truth:
        """Whether an action follows when it is passed; that has subscribers of its own."""
        return unit.any(BudgetAction, lambda action: action.budget.refers_to(self))

    def notification_fix(self, reason: str) -> Fix:
        """A notification at four fifths of the budget, as it could be written."""
        if self.resource.dialect == "cloudformation":
            return set_to([_NOTIFICATION], title="tell somebody", manual=reason, effect="replacement")
        also = ((self.comparison, "GREATER_THAN"), (self.threshold, 80), (self.threshold_type, "PERCENTAGE"), (self.emails, ["ADDRESS"]))
        return set_to("ACTUAL", also=also, title="tell somebody", manual=reason)


class BudgetAction(View, terraform="aws_budgets_budget_action", cloudformation="AWS::Budgets::BudgetsAction"):
    """Something that is done when a budget is passed; it must have a subscriber."""

    budget = reference("budget_name", "BudgetName")


class AnomalyMonitor(View, terraform="aws_ce_anomaly_monitor", cloudformation="AWS::CE::AnomalyMonitor"):
    """Looks for unusual spending; whom it tells is said by subscriptions."""

    handles = ("id", "arn", "Ref", "MonitorArn")
    name = attribute("name", "MonitorName")
    kind = attribute("monitor_type", "MonitorType")
    dimension = attribute("monitor_dimension", "MonitorDimension")


class AnomalySubscriber(View):
    """Who is told of anomalies."""

    kind = attribute("type", "Type")


class AnomalySubscription(View, terraform="aws_ce_anomaly_subscription", cloudformation="AWS::CE::AnomalySubscription"):
    """Sends what monitors find: at once to a topic, or daily or weekly by e-mail."""

    name = attribute("name", "SubscriptionName")
    monitors = reference("monitor_arn_list", "MonitorArnList")
    frequency = attribute("frequency", "Frequency")
    subscriber_kind = attribute("subscriber.type", None)
    subscriber_address = attribute("subscriber.address", None)
    subscriber_list = attribute(None, "Subscribers")
    subscribers = blocks("subscriber", "Subscribers", AnomalySubscriber)

    def misfits(self) -> Iterator[AnomalySubscriber]:
        """The subscribers that the frequency does not fit: topics are told at once only, people daily or weekly only."""
        at_once = self.frequency.surely("IMMEDIATE")
        for subscriber in self.subscribers:
            if (subscriber.kind.surely("SNS") & ~at_once) | (subscriber.kind.surely("EMAIL") & at_once):
                yield subscriber


class Canary(View, terraform="aws_synthetics_canary", cloudformation="AWS::Synthetics::Canary"):
    """A script that plays a user. What its runs leave behind is kept for 31 days when nothing else is said.

    https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_CreateCanary.html
    """

    success_retention = attribute("success_retention_period", "SuccessRetentionPeriod")
    failure_retention = attribute("failure_retention_period", "FailureRetentionPeriod")


def new_budget(beside: View) -> Draft:
    """A monthly budget with a notification, as it could be written beside something."""
    return Budget.draft(
        beside, kind="COST", time_unit="MONTHLY", amount="AMOUNT", currency="USD", comparison="GREATER_THAN", threshold=80,
        threshold_type="PERCENTAGE", notification_type="ACTUAL", emails=["ADDRESS"],
        notified_list=[_NOTIFICATION],
    )  # fmt: skip


def new_anomaly_monitor(beside: View) -> Draft:
    """A monitor of all services, as it could be written beside something."""
    return AnomalyMonitor.draft(beside, name="services", kind="DIMENSIONAL", dimension="SERVICE")


def new_anomaly_subscription(beside: View, monitor: View | Draft) -> Draft:
    """A daily mail of what a monitor finds."""
    return AnomalySubscription.draft(
        beside, name="anomalies", monitors=[monitor.link("arn", "Ref")], frequency="DAILY", subscriber_kind="EMAIL",
        subscriber_address="ADDRESS", subscriber_list=[{"Type": "EMAIL", "Address": "ADDRESS"}],
    )  # fmt: skip

"""budget-without-subscriber"""

from collections.abc import Iterator

from obslint.aws import Budget, Unit
from obslint.policy import Finding, Severity, rule

REASON = "who is told has to be decided"


@rule(Severity.ERROR)
def budget_without_subscriber(budget: Budget, unit: Unit) -> Iterator[Finding]:
    """The budget notifies nobody.

    Spending is compared with it day by day, and when it is passed nobody hears of it.

    Fix safety: manual, who is told has to be decided.
    When to ignore: the budget is only looked at in reports.
    References: https://docs.aws.amazon.com/aws-cost-management/latest/APIReference/API_budgets_NotificationWithSubscribers.html
    """
    if ~budget.notifications.exist & ~budget.has_action(unit):
        yield budget.first_notification.finding("budget has no notification", fix=budget.notification_fix(REASON))
    for notification in budget.notifications:
        if notification.reaches_nobody:
            fix = notification.recipient_fix(REASON)
            yield notification.recipients.finding("notification of the budget has no subscriber", fix=fix)

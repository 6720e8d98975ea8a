"""account-without-anomaly-alerts"""

from collections.abc import Iterator

from obslint.aws import AccountSetting, AnomalySubscription, Estate, new_anomaly_monitor, new_anomaly_subscription
from obslint.policy import Finding, Persona, Severity, add_resource, rule


@rule(Severity.INFO, persona=Persona.AUDITOR, confidence="medium")
def account_without_anomaly_alerts(setting: AccountSetting, estate: Estate) -> Iterator[Finding]:
    """The account has no cost anomaly alert.

    Spending that doubles within a day is found on the invoice.

    Said once, at the first account-wide resource of a scan that is complete.

    Fix safety: manual, who is told has to be decided.
    When to ignore: the account that pays watches the spending of all others.
    References: https://docs.aws.amazon.com/cost-management/latest/userguide/manage-ad.html
    """
    if estate.leads(setting) & estate.none(AnomalySubscription):
        monitor = new_anomaly_monitor(setting)
        draft = new_anomaly_subscription(setting, monitor)
        fix = add_resource(draft, "watch spending", needs=(monitor,), manual="who is told has to be decided")
        yield setting.finding("the account has no cost anomaly alert", fix=fix)

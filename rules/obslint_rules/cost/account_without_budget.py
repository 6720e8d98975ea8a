"""account-without-budget"""

from collections.abc import Iterator

from obslint.aws import AccountSetting, Budget, Estate, new_budget
from obslint.policy import Finding, Persona, Severity, add_resource, rule


@rule(Severity.INFO, persona=Persona.AUDITOR, confidence="medium")
def account_without_budget(setting: AccountSetting, estate: Estate) -> Iterator[Finding]:
    """The account has no budget.

    A loop that calls itself, or a stolen key, is found on the invoice.

    Said once, at the first account-wide resource of a scan that is complete.

    Fix safety: manual, the amount and who is told have to be decided.
    When to ignore: budgets are kept by the account that pays.
    References: https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-managing-costs.html
    """
    if estate.leads(setting) & estate.none(Budget):
        fix = add_resource(new_budget(setting), "add a budget", manual="the amount and who is told have to be decided")
        yield setting.finding("the account has no budget", fix=fix)

"""account-without-response-plan"""

from collections.abc import Iterator

from obslint.aws import AccountSetting, Estate, ResponsePlan
from obslint.policy import Finding, Persona, Severity, add_resource, rule


@rule(Severity.INFO, persona=Persona.AUDITOR, confidence="low", prowler="ssmincidents_enabled_with_plans")
def account_without_response_plan(setting: AccountSetting, estate: Estate) -> Iterator[Finding]:
    """The account has no plan for incidents.

    Who joins, and where, is decided while the outage lasts.

    Said once, at the first account-wide resource of a scan that is complete.

    Fix safety: manual, a plan has to be made.
    When to ignore: incidents are handled in another tool.
    References: https://docs.aws.amazon.com/incident-manager/latest/userguide/response-plans.html
    """
    if estate.leads(setting) & estate.none(ResponsePlan):
        draft = ResponsePlan.draft(setting, name="NAME", title="TITLE", impact=3)
        fix = add_resource(draft, "add a response plan", manual="a plan has to be made")
        yield setting.finding("the account has no plan for incidents", fix=fix)

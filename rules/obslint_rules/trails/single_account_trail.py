"""single-account-trail"""

from collections.abc import Iterator

from obslint.aws import Estate, Organization, Trail, Unit, covers_organization, lacks_organization_trail
from obslint.policy import Finding, Persona, Severity, advice, rule, set_to


@rule(Severity.INFO, persona=Persona.AUDITOR, confidence="medium")
def single_account_trail(organization: Organization, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """The organization is declared here, and its accounts have no organization trail.

    Each new account starts unrecorded until somebody adds a trail, and members can stop their own.

    Fix safety: manual, trusted access has to be on and the policy of the bucket has to admit the accounts, whose events are billed.
    When to ignore: Control Tower or another tool sets the organization trail up.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/creating-trail-organization.html
    """
    reason = "trusted access has to be on, and the policy of the bucket has to admit the accounts of the organization"
    message, here = "accounts of the organization have no organization trail", organization.label("the organization is managed here")
    own = tuple(trail for trail in unit.all(Trail) if trail.records_any_management)
    if unit.any(Trail, lambda trail: trail.records_any_management) & ~covers_organization(estate):
        yield own[0].organization.finding(message, fix=set_to(True, manual=reason), related=(here,))
    if ~unit.any(Trail) & lacks_organization_trail(estate):
        yield organization.finding(message, fix=advice("add an organization trail", reason, "new-resource"))

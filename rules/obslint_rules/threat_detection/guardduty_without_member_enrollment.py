"""guardduty-without-member-enrollment"""

from collections.abc import Iterator

from obslint.aws import Estate, GuardDutyOrganization, MemberEnrollment
from obslint.policy import Finding, Persona, Severity, add_resource, rule, set_to


@rule(
    Severity.WARNING, persona=Persona.AUDITOR, confidence="medium", topics=("guardduty-enabled-in-organization",), checkov="CKV2_AWS_3",
    prowler="guardduty_delegated_admin_enabled_all_regions guardduty_centrally_managed",
)  # fmt: skip
def guardduty_without_member_enrollment(organization: GuardDutyOrganization, estate: Estate) -> Iterator[Finding]:
    """GuardDuty does not enroll the members of the organization.

    New accounts start unprotected, and nobody notices until one of them is misused.

    Fix safety: unsafe, GuardDuty is billed by volume in every account; manual where the configuration is missing.
    When to ignore: accounts are enrolled by the code that creates them.
    References: https://docs.aws.amazon.com/guardduty/latest/ug/guardduty_organizations.html
    """
    enrollment = organization.enrollment
    if enrollment is None:
        if estate.none(MemberEnrollment):
            reason = "it belongs to the account that administers GuardDuty"
            fix = add_resource(MemberEnrollment.draft(organization, detector="DETECTOR", members="ALL"), "enroll members", manual=reason)
            yield organization.finding("GuardDuty has an administrator, but enrolls no members", fix=fix)
    elif enrollment.enrolls_nobody:
        value = "ALL" if enrollment.new_members.surely_absent().known else True
        fix = set_to(value, unsafe="GuardDuty is billed by volume in every account")
        yield enrollment.written.finding("members of the organization are not enrolled", fix=fix)

"""account-without-security-contact"""

from collections.abc import Iterator

from obslint.aws import AccountBaseline, AlternateContact, Estate
from obslint.policy import Finding, Persona, Severity, add_resource, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium", security_hub="Account.1",
    prowler="account_security_contact_information_is_registered "
    "account_maintain_different_contact_details_to_security_billing_and_operations " "account_maintain_current_contact_details",
    cis_aws_1_4="1.1 1.2", cis_aws_3_0="1.1 1.2", cis_aws_5_0="1.1 1.2", nist_800_53_r5="CM-2 CM-2(2)", pci_dss_4_0="A1.2.3",
    aws_fsbp="Account.1",
)  # fmt: skip
def account_without_security_contact(setting: AccountBaseline, estate: Estate) -> Iterator[Finding]:
    """The account has no security contact.

    Mail from AWS about abuse and leaked keys goes to the address with which the account was opened, which often nobody reads.

    Said once, at the first account-wide resource of a scan that is complete.

    Fix safety: manual, the contact has to be decided.
    When to ignore: contacts are set for all accounts by the organization.
    References: https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-update-contact-alternate.html
    """
    if estate.leads(setting) & estate.none(AlternateContact, lambda contact: contact.kind.surely("SECURITY")):
        draft = AlternateContact.draft(setting, kind="SECURITY", name="NAME", title="TITLE", email="ADDRESS", phone="NUMBER")
        fix = add_resource(draft, "add the contact", manual="the contact has to be decided")
        yield setting.finding("the account has no security contact", fix=fix)

"""log-group-without-masking"""

from collections.abc import Iterator
from dataclasses import dataclass

from obslint.aws import Estate, LogGroup, Unit, is_masked, masking_fix
from obslint.policy import Finding, Options, Persona, Severity, rule


@dataclass(frozen=True, slots=True)
class MaskingOptions(Options):
    """`groups`: patterns (`/app/*`) of the names of log groups that may hold personal data or secrets; all of them if none is given."""

    groups: tuple[str, ...] = ("*",)


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="medium",
    prowler="cloudwatch_log_group_agentcore_data_protection_policy_enabled",
)  # fmt: skip
def log_group_without_masking(group: LogGroup, unit: Unit, estate: Estate, options: MaskingOptions) -> Iterator[Finding]:
    """The log group has no data protection policy, and the account has none for all groups.

    Secrets and personal data that are printed by mistake stay readable.

    Fix safety: unsafe, masking is billed by volume and what to mask has to be decided.
    When to ignore: nothing that writes to the group handles personal data or secrets; set the option `groups` then.
    References: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html
    """
    standard = group.log_class.surely("STANDARD") & group.is_called(options.groups)
    if standard & ~is_masked(group, unit, estate):
        yield group.masking.finding("sensitive data in the log group is not masked", fix=masking_fix(group))

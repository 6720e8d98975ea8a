"""unrecorded-bedrock-activity"""

from collections.abc import Iterator

from obslint.aws import BedrockResource, DataTrail, Estate, Unit, advanced_gap, misses_data
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, confidence="low", prowler="cloudtrail_bedrock_logging_enabled",
    hipaa="164_308_a_1_ii_d 164_312_b", soc2="cc_7_2",
)  # fmt: skip
def unrecorded_bedrock_activity(trail: DataTrail, unit: Unit, estate: Estate) -> Iterator[Finding]:
    """No trail records the data events of Bedrock, which is used beside it.

    Calls of agents, knowledge bases and guardrails cannot be attributed to an identity.

    Fix safety: manual, only advanced selectors know these events, and they take the place of all others.
    When to ignore: model invocation logs are enough, or a trail that is declared elsewhere records them.
    References: https://docs.aws.amazon.com/bedrock/latest/userguide/logging-using-cloudtrail.html
    """
    if unit.any(BedrockResource) & misses_data(trail, "AWS::Bedrock::", "write", unit, estate):
        gap = advanced_gap(trail, "AWS::Bedrock::AgentAlias")
        yield gap.at.finding("data events of Bedrock are not recorded", fix=gap.fix)

"""stopped-config-recorder"""

from collections.abc import Iterator

from obslint.aws import RecorderPart, Unit, never_started
from obslint.policy import Finding, Severity, advice, rule, set_to


@rule(
    Severity.ERROR, topics=("config-recorder-enabled",), checkov="CKV2_AWS_45", security_hub="Config.1",
    prowler="config_recorder_all_regions_enabled", cis_aws_1_4="3.5", cis_aws_3_0="3.3", cis_aws_5_0="3.3",
    nist_800_53_r5="CM-3 CM-6(1) CM-8 CM-8(2)", pci_dss_4_0="10.4.1.1 11.5.2", aws_fsbp="Config.1", hipaa="164_308_a_1_ii_a",
    soc2="cc_2_1 cc_3_1 cc_3_4 cc_8_1 pi_1_3",
)  # fmt: skip
def stopped_config_recorder(part: RecorderPart, unit: Unit) -> Iterator[Finding]:
    """The Config recorder is declared but never started.

    No configuration is recorded: rules have nothing to evaluate, and after an incident nobody knows what changed.

    In Terraform a recorder stands still until an `aws_config_configuration_recorder_status` starts it; CloudFormation starts it as
    soon as there is a delivery channel.

    Fix safety: unsafe, recording is billed for each configuration item; manual where the delivery channel is missing.
    When to ignore: the recorder is started by a script after it was deployed.
    References: https://docs.aws.amazon.com/config/latest/APIReference/API_StartConfigurationRecorder.html
    """
    recorder = part.recorder
    if recorder is None:
        if part.enabled.surely_not(True):
            fix = set_to(True, unsafe="recording is billed for each configuration item")
            yield part.enabled.finding("recorder is not switched on", fix=fix)
        elif (idle := part.idle(unit)) is not None:
            fix = advice("record every type, or name types", "what is to be recorded has to be decided")
            yield part.enabled.finding(
                "recorder is switched on and records no resource type", fix=fix, related=(idle.label("left out here"),)
            )
    elif never_started(recorder, unit):
        yield part.finding("recorder is never started", fix=recorder.start_fix(unit))

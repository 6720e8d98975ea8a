"""partial-config-recorder"""

from collections.abc import Iterator

from obslint.aws import Recorder
from obslint.policy import Finding, Persona, Severity, rule, set_to


@rule(
    Severity.WARNING, persona=Persona.AUDITOR, topics=("config-recorder-enabled", "config-recorder-all-resource-types",),
    checkov="CKV2_AWS_45", security_hub="Config.1", cis_aws_1_4="3.5", cis_aws_3_0="3.3", cis_aws_5_0="3.3",
    nist_800_53_r5="CM-3 CM-6(1) CM-8 CM-8(2)", pci_dss_4_0="10.4.1.1 11.5.2", aws_fsbp="Config.1", hipaa="164_308_a_1_ii_a",
    soc2="cc_2_1 cc_3_1 cc_3_4 cc_8_1 pi_1_3",
)  # fmt: skip
def partial_config_recorder(recorder: Recorder) -> Iterator[Finding]:
    """The Config recorder leaves resource types out.

    Rules on the missing types show no resources and look compliant.

    Recording everything but named types is fine, as new types are then recorded from the day AWS Config knows them.

    Fix safety: unsafe, more configuration items are billed; manual where types are listed, as that may be a decision about money.
    When to ignore: the list of types was chosen to save money.
    References: https://docs.aws.amazon.com/config/latest/APIReference/API_RecordingGroup.html
    """
    listed = recorder.listed_types.surely_set()
    if (recorder.all_supported.surely(False) | listed) & ~recorder.records_by_exclusion:
        if listed.known is False:
            yield recorder.all_supported.finding("recorder leaves resource types out", fix=set_to(True, unsafe="more items are billed"))
        else:
            fix = set_to(True, title="record every type instead of a list", manual="the list may have been chosen to save money")
            types = (recorder.listed_types.label("only these types are recorded"),)
            yield recorder.all_supported.finding("recorder records listed resource types only", fix=fix, related=types)

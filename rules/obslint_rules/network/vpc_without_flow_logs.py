"""vpc-without-flow-logs"""

from collections.abc import Iterator

from obslint.aws import Unit, Vpc, VpcModule
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.WARNING, persona=Persona.PEDANTIC, topics=("vpc-flow-logs",), checkov="CKV2_AWS_11", trivy="AWS-0178",
    kics="f83121ea f6d299d2", cfn_nag="W60", cdk_nag="VPCFlowLogsEnabled", terrascan="AC_AWS_0369", regula="FG_R00054",
    security_hub="EC2.6", prowler="vpc_flow_logs_enabled", cis_aws_1_4="3.9", cis_aws_3_0="3.7", cis_aws_5_0="3.7",
    nist_800_53_r5="AC-4(26) AU-2 AU-3 AU-6(3) AU-6(4) AU-12 CA-7 SI-7(8)",
    pci_dss_4_0="7.2.1 10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 11.3.1.1 11.5.1.1 A1.2.1",
    aws_fsbp="EC2.6", hipaa="164_308_a_1_ii_d 164_308_a_3_ii_a 164_308_a_6_ii 164_312_b 164_312_c_2", soc2="cc_7_2 cc_7_3",
)  # fmt: skip
def vpc_without_flow_logs(vpc: Vpc | VpcModule, unit: Unit) -> Iterator[Finding]:
    """The VPC has no flow log.

    After an incident nobody can say who talked to whom.

    Fix safety: manual, it needs a destination, and ingestion is billed by volume; unsafe for modules that can make one.
    When to ignore: flow logs are switched on for the whole organization.
    References: https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html
    """
    if vpc.is_unrecorded(unit):
        yield vpc.flow_log.finding("VPC has no flow log", fix=vpc.flow_log_fix)

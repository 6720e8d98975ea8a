"""trail-without-log-validation"""

from collections.abc import Iterator

from obslint.aws import Trail
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.ERROR, topics=("cloudtrail-log-file-validation",), checkov="CKV_AWS_36", trivy="AWS-0016", kics="52ffcfa6 2a3560fe",
    guard="CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED", cdk_nag="CloudTrailLogFileValidationEnabled", terrascan="AC_AWS_0446",
    regula="FG_R00027", security_hub="CloudTrail.4", prowler="cloudtrail_log_file_validation_enabled", cis_aws_1_4="3.2", cis_aws_3_0="3.2",
    cis_aws_5_0="3.2", nist_800_53_r5="AU-9 SI-4 SI-7(1) SI-7(3) SI-7(7)", pci_dss_4_0="10.3.2 10.3.3 10.3.4 A1.2.1",
    aws_fsbp="CloudTrail.4", hipaa="164_308_a_1_ii_b 164_308_a_1_ii_d 164_312_b 164_312_c_1 164_312_c_2", soc2="cc_7_3 pi_1_3",
)  # fmt: skip
def trail_without_log_validation(trail: Trail) -> Iterator[Finding]:
    """The trail does not validate its log files.

    Without signed digest files nobody can prove that a delivered log file is complete and unaltered.

    Fix safety: safe, an in-place update that only adds digest files.
    References: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-validation-intro.html
    """
    if trail.log_file_validation.surely_not(True):
        yield trail.log_file_validation.finding("log files are not validated", fix=set_to(True))

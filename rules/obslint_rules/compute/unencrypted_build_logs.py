"""unencrypted-build-logs"""

from collections.abc import Iterator

from obslint.aws import BuildProject
from obslint.policy import Finding, Severity, rule, set_to


@rule(
    Severity.WARNING, topics=("codebuild-s3-logs-encrypted",), checkov="CKV_AWS_311", security_hub="CodeBuild.3",
    prowler="codebuild_project_s3_logs_encrypted", nist_800_53_r5="CA-9(1) CM-3(6) SC-13 SC-28 SC-28(1) SI-7(6)", pci_dss_4_0="8.3.2",
    aws_fsbp="CodeBuild.3",
)  # fmt: skip
def unencrypted_build_logs(project: BuildProject) -> Iterator[Finding]:
    """The build project switches the encryption of its logs in S3 off.

    The output of builds, which often holds secrets, rests in clear.

    Fix safety: safe, new logs are encrypted and nothing else changes.
    When to ignore: the logs are a public web site.
    References: https://docs.aws.amazon.com/codebuild/latest/APIReference/API_S3LogsConfig.html
    """
    if project.bucket_logs_unencrypted.surely(True):
        yield project.bucket_logs_unencrypted.finding("build logs in S3 are not encrypted", fix=set_to(False, title="encrypt build logs"))

"""build-without-logs"""

from collections.abc import Iterator

from obslint.aws import BuildProject
from obslint.policy import Finding, Severity, rule, set_to

REASON = "builds fail when the role of the project may not write logs"


@rule(
    Severity.WARNING, topics=("codebuild-logging",), checkov="CKV_AWS_314", security_hub="CodeBuild.4",
    prowler="codebuild_project_logging_enabled",
    nist_800_53_r5="AC-2(4) AC-2(12) AC-4(26) AC-6(9) AU-2 AU-3 AU-6(3) AU-6(4) AU-9(7) AU-10 AU-12 CA-7 SC-7(9) SI-3(8) SI-4 SI-4(20) "
    "SI-7(8)",
    pci_dss_4_0="10.2.1.1 10.2.1.2 10.2.1.3 10.2.1.4 10.2.1.5 10.2.1.6 10.2.1.7 10.2.2 10.3.1 10.6.3 A1.2.1",
    aws_fsbp="CodeBuild.4", soc2="cc_a_1_1",
)  # fmt: skip
def build_without_logs(project: BuildProject) -> Iterator[Finding]:
    """The build project has every log switched off.

    A failed build explains nothing.

    Fix safety: unsafe, builds fail when the role of the project may not write logs.
    When to ignore: the build prints secrets that it cannot hide.
    References: https://docs.aws.amazon.com/codebuild/latest/userguide/change-project.html
    """
    if project.group_logs.surely("DISABLED") & project.bucket_logs.surely_not("ENABLED"):
        fix = set_to("ENABLED", title="log to CloudWatch", unsafe=REASON)
        yield project.group_logs.finding("every log of the build project is switched off", fix=fix)

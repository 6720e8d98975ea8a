"""stack-without-notifications"""

from collections.abc import Iterator

from obslint.aws import NestedStack, Unit
from obslint.policy import Finding, Persona, Severity, rule


@rule(
    Severity.INFO, persona=Persona.AUDITOR, topics=("cloudformation-stack-notifications",), checkov="CKV_AWS_124",
    kics="b72d0026 837e033c", terrascan="AC_AWS_0021", security_hub="CloudFormation.1", nist_800_53_r5="SI-4(5) SI-4(12)",
    pci_dss_4_0="10.7.1 10.7.2 11.5.2 11.6.1 12.10.5 A3.3.1 A3.5.1", aws_fsbp="CloudFormation.1",
)  # fmt: skip
def stack_without_notifications(stack: NestedStack, unit: Unit) -> Iterator[Finding]:
    """The CloudFormation stack notifies nobody.

    That a stack failed is seen by whoever looks at the console.

    Fix safety: unsafe where the unit has one topic, as that may not be who should hear of it; else manual.
    References: https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateStack.html
    """
    if stack.topics.surely_absent():
        yield stack.topics.finding("the stack notifies nobody", fix=stack.notification_fix(unit))

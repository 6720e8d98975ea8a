"""Lambda functions."""

from obslint.aws.attribute import Attribute
from obslint.aws.logs import ManagedLogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import NO, Absent, Known, Symbolic, Truth, Value
from obslint.model.compare import decide, doubt, equal, text_parts

DEFAULT_PREFIX = "/aws/lambda/"
"""What Lambda puts before the function's name: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html"""


class Function(View, terraform="aws_lambda_function", cloudformation="AWS::Lambda::Function|AWS::Serverless::Function"):
    """A Lambda function."""

    named_by = ("name",)
    handles = ("function_name", "id", "Ref")
    name = attribute("function_name", "FunctionName")
    role = reference("role", "Role")
    log_group = reference("logging_config.log_group", "LoggingConfig.LogGroup")
    # default: https://docs.aws.amazon.com/lambda/latest/api/API_TracingConfig.html
    tracing_mode = attribute("tracing_config.mode", "TracingConfig.Mode", default="PassThrough")
    sam_tracing = attribute(None, "Tracing", default="Disabled")

    @property
    def tracing(self) -> Attribute:
        """Which requests are traced. A SAM function is still one where the template does not ask for SAM."""
        return self.sam_tracing if self.is_type("AWS::Serverless::Function") else self.tracing_mode

    def runs_at_edge(self, unit: Unit) -> Truth:
        """Whether CloudFront may run it (Lambda@Edge): only then does its role trust that service.

        There it takes no dead-letter queue and no X-Ray:
        https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html
        """
        return unit.any(ServiceRole, lambda role: role.trust.spells("edgelambda.amazonaws.com") & self.role.refers_to(role))

    def logs_to(self, group: ManagedLogGroup) -> Truth:
        """Whether a log group is the one that Lambda writes to when nothing else is said."""
        return self.logs_under(group.name)

    def logs_under(self, group: Attribute) -> Truth:
        """Whether an attribute names the log group that Lambda writes to when nothing else is said."""
        return group.refers_to(self) | decide(self.name.value, lambda name: _is_default(group.value, name))


class ServiceRole(View, terraform="aws_iam_role", cloudformation="AWS::IAM::Role"):
    """A role, as far as it tells which service takes it."""

    named_by = ("name",)
    name = attribute("name", "RoleName")
    trust = attribute("assume_role_policy", "AssumeRolePolicyDocument")


def _is_default(group: Value, function: Value) -> Truth:
    if isinstance(function, Absent):
        return NO
    parts = text_parts(function)
    if not parts:
        return doubt(function)
    parts = (DEFAULT_PREFIX + parts[0], *parts[1:]) if isinstance(parts[0], str) else (DEFAULT_PREFIX, *parts)
    return equal(group, Known(parts[0]) if len(parts) == 1 and isinstance(parts[0], str) else Symbolic(parts))

"""Lambda functions."""

from typing import ClassVar

from obslint.aws.attribute import Attribute
from obslint.aws.logs import ManagedLogGroup
from obslint.aws.published import PublishedModule
from obslint.aws.roles import ServiceRole
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Truth
from obslint.policy import Fix, add_resource, set_to

_TRACED = "the role of the function must allow xray:PutTraceSegments, or the update is refused; traces are billed by number"

DEFAULT_PREFIX = "/aws/lambda/"
"""What Lambda puts before the function's name: https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs.html"""


class Function(View, terraform="aws_lambda_function", cloudformation="AWS::Lambda::Function|AWS::Serverless::Function"):
    """A Lambda function."""

    named_by = ("name",)
    handles: ClassVar[tuple[str, ...]] = ("function_name", "id", "Ref")
    name = attribute("function_name", "FunctionName")
    role = reference("role", "Role")
    log_group = reference("logging_config.log_group", "LoggingConfig.LogGroup")
    # default: https://docs.aws.amazon.com/lambda/latest/api/API_TracingConfig.html
    tracing_mode = attribute("tracing_config.mode", "TracingConfig.Mode", default="PassThrough")
    sam_tracing = attribute(None, "Tracing", default="Disabled")

    dead_letter_target = reference("dead_letter_config.target_arn", "DeadLetterConfig.TargetArn")
    sam_dead_letter_target = reference(None, "DeadLetterQueue.TargetArn")

    @property
    def dead_letters(self) -> Attribute:
        """Where events go that it fails to handle."""
        return self.sam_dead_letter_target if self.is_type("AWS::Serverless::Function") else self.dead_letter_target

    def only_answers(self, unit: Unit) -> Truth:
        """Whether something calls it and waits for the answer, or reads a stream or queue for it, and nothing else may call it."""
        waited = unit.any(Permission, lambda one: one.function.refers_to(self) & one.principal.surely_in(_WAITING))
        waited |= unit.any(Invocation, lambda one: one.function.refers_to(self))
        other = unit.any(Permission, lambda one: one.function.refers_to(self) & ~one.principal.surely_in(_WAITING))
        return (waited | unit.any(EventSource, lambda one: one.function.refers_to(self))) & ~other

    def failure_fix(self, unit: Unit) -> Fix:
        """Keeps events that it fails to handle in a new queue, to which its role is let where that is known."""
        queue = FailureQueue.draft(self, retention=1209600)
        role = unit.only(ServiceRole, self, lambda one: self.role.refers_to(one))
        grant = (role.granted(self, "sqs:SendMessage", queue.link("arn", "Arn")),) if role else ()
        refused = "" if role else "the role must allow sqs:SendMessage, or the update is refused; "
        unsafe, title, target = f"{refused}somebody has to look into the queue", "keep them in a new queue", queue.link("arn", "Arn")
        config = next((one for one in unit.all(InvokeConfig) if one.function.refers_to(self).known is not False), None)
        if config:
            return set_to(target, title=title, unsafe=unsafe, needs=(queue, *grant)).on(config.resource, config.on_failure.path)
        draft = InvokeConfig.draft(self, function=self.link("function_name", "Ref"), qualifier="$LATEST", on_failure=target)
        return add_resource(draft, title, unsafe=unsafe, needs=(queue, *grant))

    @property
    def tracing(self) -> Attribute:
        """Which requests are traced. A SAM function is still one where the template does not ask for SAM."""
        return self.sam_tracing if self.is_type("AWS::Serverless::Function") else self.tracing_mode

    def sends_no_traces(self, unit: Unit) -> Truth:
        """Whether no requests are traced that could be."""
        return self.tracing.surely_not("Active") & ~self.runs_at_edge(unit)

    @property
    def tracing_fix(self) -> Fix:
        """Traces requests."""
        return set_to("Active", title="trace requests", unsafe=_TRACED)

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
        return group.refers_to(self) | group.is_made_of(DEFAULT_PREFIX, self.name)


class FunctionModule(PublishedModule, Function, terraform="module.terraform-aws-modules/lambda/aws"):
    """A call of the module for functions, which can also make just a layer or a package."""

    newest = (8, 8, 1)
    handles = ("lambda_function_arn", "lambda_function_name", "this_lambda_function_arn", "this_lambda_function_name")
    create_function = attribute("create_function", None, default=True)
    create_layer = attribute("create_layer", None, default=False)
    at_edge = attribute("lambda_at_edge", None, default=False)
    tracing_mode = attribute("tracing_mode", None, default="PassThrough")
    tracing_policy = attribute("attach_tracing_policy", None, default=False)
    create_role = attribute("create_role", None, default=True)

    @property
    def makes_function(self) -> Truth:
        """Whether it makes a function."""
        return self.is_made & self.since(1) & self.create_function.surely(True) & self.create_layer.surely(False)

    def sends_no_traces(self, unit: Unit) -> Truth:  # noqa: ARG002 - as functions are asked
        """Whether the module is not told to trace; no version does so by itself."""
        return self.makes_function & self.tracing_mode.surely_not("Active") & self.at_edge.surely(False)

    @property
    def tracing_fix(self) -> Fix:
        """Traces requests, and lets the role that the module makes write the traces."""
        if self.create_role.surely(True).known is not True:
            return super().tracing_fix
        also = ((self.tracing_policy, True),)
        return set_to("Active", also=also, title="trace requests", unsafe="traces are billed by number")


_WAITING = ("apigateway.amazonaws.com", "elasticloadbalancing.amazonaws.com", "cognito-idp.amazonaws.com")
"""Services that call a function and wait for its answer."""


class Permission(View, terraform="aws_lambda_permission", cloudformation="AWS::Lambda::Permission"):
    """Lets somebody call a function."""

    function = reference("function_name", "FunctionName")
    principal = attribute("principal", "Principal")


class Invocation(View, terraform="aws_lambda_invocation|data.aws_lambda_invocation"):
    """A call of a function by Terraform, which waits for the answer."""

    function = reference("function_name", None)


class EventSource(View, terraform="aws_lambda_event_source_mapping", cloudformation="AWS::Lambda::EventSourceMapping"):
    """A stream or queue that Lambda reads for a function."""

    function = reference("function_name", "FunctionName")


class InvokeConfig(View, terraform="aws_lambda_function_event_invoke_config", cloudformation="AWS::Lambda::EventInvokeConfig"):
    """What becomes of events with which a function is called asynchronously."""

    function = reference("function_name", "FunctionName")
    qualifier = attribute(None, "Qualifier")
    on_failure = reference("destination_config.on_failure.destination", "DestinationConfig.OnFailure.Destination")

    def keeps_failures_of(self, function: Function) -> Truth:
        """Whether events that the function fails to handle go somewhere."""
        return self.function.refers_to(function) & self.on_failure.surely_set()


class FailureQueue(View, terraform="aws_sqs_queue", cloudformation="AWS::SQS::Queue"):
    """A queue to keep events in; seconds."""

    retention = attribute("message_retention_seconds", "MessageRetentionPeriod")

"""Step Functions."""

from obslint.aws.attribute import Attribute
from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Plain, Truth, truth
from obslint.policy import Fix, set_to

ROLE = "the role of the state machine must be allowed to deliver logs"


class StateMachine(
    View, terraform="aws_sfn_state_machine", cloudformation="AWS::StepFunctions::StateMachine|AWS::Serverless::StateMachine"
):
    """A workflow. One of SAM is still one of SAM where the template does not ask for it.

    Defaults: https://docs.aws.amazon.com/step-functions/latest/apireference/API_LoggingConfiguration.html
    """

    named_by = ("name",)
    name = attribute("name", "StateMachineName")
    plain_type = attribute("type", "StateMachineType", default="STANDARD")
    sam_type = attribute(None, "Type", default="STANDARD")
    plain_tracing = attribute("tracing_configuration.enabled", "TracingConfiguration.Enabled", default=False)
    sam_tracing = attribute(None, "Tracing.Enabled", default=False)
    plain_level = attribute("logging_configuration.level", "LoggingConfiguration.Level", default="OFF")
    sam_level = attribute(None, "Logging.Level", default="OFF")
    plain_data = attribute("logging_configuration.include_execution_data", "LoggingConfiguration.IncludeExecutionData", default=False)
    sam_data = attribute(None, "Logging.IncludeExecutionData", default=False)
    plain_target = reference("logging_configuration.log_destination", "LoggingConfiguration.Destinations")
    sam_target = reference(None, "Logging.Destinations")

    @property
    def _is_sam(self) -> bool:
        return self.is_type("AWS::Serverless::StateMachine")

    @property
    def type(self) -> Attribute:
        """Standard or express."""
        return self.sam_type if self._is_sam else self.plain_type

    @property
    def tracing(self) -> Attribute:
        """Whether executions are traced."""
        return self.sam_tracing if self._is_sam else self.plain_tracing

    @property
    def log_level(self) -> Attribute:
        """Which events are logged."""
        return self.sam_level if self._is_sam else self.plain_level

    @property
    def log_data(self) -> Attribute:
        """Whether inputs and outputs are logged."""
        return self.sam_data if self._is_sam else self.plain_data

    @property
    def log_target(self) -> Attribute:
        """Where the events go."""
        return self.sam_target if self._is_sam else self.plain_target

    @property
    def is_express(self) -> Truth:
        """Whether it is certainly an express workflow."""
        return truth(self.type.surely("EXPRESS").known is True)

    @property
    def has_log_target(self) -> Truth:
        """Whether a log group is certainly named."""
        return truth(self.log_target.surely_set().known is True)

    def logging_fix(self, unit: Unit) -> Fix:
        """Logs errors to the one log group of the unit; without one, to a group that has to be decided."""
        group = unit.only(LogGroup, self)
        in_terraform = self.resource.dialect == "terraform"
        arn: Plain = (
            group.link("arn", "Arn", after=":*" if in_terraform else "") if group else "arn:aws:logs:REGION:ACCOUNT:log-group:NAME:*"
        )
        target: Plain = arn if in_terraform else [{"CloudWatchLogsLogGroup": {"LogGroupArn": arn}}]
        title = f"log errors to {group.address if group else 'a log group'}"
        manual = "" if group else "which log group takes the events has to be decided"
        return set_to("ERROR", also=((self.log_target, target),), title=title, unsafe=ROLE if group else "", manual=manual)

"""Step Functions."""

from obslint.aws.logs import LogGroup
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, reference
from obslint.model import Plain, Truth, truth
from obslint.policy import Fix, set_to

ROLE = "the role of the state machine must be allowed to deliver logs"


class StateMachine(View, terraform="aws_sfn_state_machine", cloudformation="AWS::StepFunctions::StateMachine"):
    """A workflow.

    Defaults: https://docs.aws.amazon.com/step-functions/latest/apireference/API_LoggingConfiguration.html
    """

    named_by = ("name",)
    name = attribute("name", "StateMachineName")
    type = attribute("type", "StateMachineType", default="STANDARD")
    tracing = attribute("tracing_configuration.enabled", "TracingConfiguration.Enabled", default=False)
    log_block = attribute("logging_configuration", "LoggingConfiguration")
    log_level = attribute("logging_configuration.level", "LoggingConfiguration.Level", default="OFF")
    log_data = attribute("logging_configuration.include_execution_data", "LoggingConfiguration.IncludeExecutionData", default=False)
    log_target = reference("logging_configuration.log_destination", "LoggingConfiguration.Destinations")

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

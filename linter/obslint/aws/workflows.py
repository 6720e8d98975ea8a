"""Step Functions."""

from obslint.aws.view import View, attribute


class StateMachine(View, terraform="aws_sfn_state_machine", cloudformation="AWS::StepFunctions::StateMachine"):
    """A workflow."""

    named_by = ("name",)
    name = attribute("name", "StateMachineName")
    tracing = attribute("tracing_configuration.enabled", "TracingConfiguration.Enabled", default=False)

"""Log levels, and the environment that a resource is for."""

import re
from collections.abc import Collection, Iterator

from obslint.aws.attribute import Attribute
from obslint.aws.unit import Unit
from obslint.aws.view import View, attribute, blocks
from obslint.model import NO, YES, Truth, any_of, truth, undecided

OTHER_ENVIRONMENTS = frozenset(
    {"dev", "develop", "development", "test", "testing", "qa", "uat", "staging", "stage", "sandbox", "nonprod", "preprod", "demo", "lab"}
)
"""Names of environments that are not production."""


class MethodSetting(View):
    """What a REST stage does for a method."""

    level = attribute("logging_level", "LoggingLevel")


class Logger(
    View,
    terraform="aws_lambda_function|aws_api_gateway_method_settings|aws_sfn_state_machine",
    cloudformation="AWS::Lambda::Function|AWS::ApiGateway::Stage|AWS::StepFunctions::StateMachine",
):
    """Something with a log level of its own."""

    application_level = attribute("logging_config.application_log_level", "LoggingConfig.ApplicationLogLevel")
    system_level = attribute("logging_config.system_log_level", "LoggingConfig.SystemLogLevel")
    methods = blocks("settings", "MethodSettings", MethodSetting)
    history_level = attribute("logging_configuration.level", "LoggingConfiguration.Level")
    history_data = attribute("logging_configuration.include_execution_data", "LoggingConfiguration.IncludeExecutionData", default=False)
    stage = attribute("stage_name", "StageName")
    tag_environment = attribute("tags.Environment", "Tags[Key=Environment].Value")
    tag_environment_small = attribute("tags.environment", "Tags[Key=environment].Value")
    tag_env = attribute("tags.Env", "Tags[Key=Env].Value")
    tag_env_small = attribute("tags.env", "Tags[Key=env].Value")
    tag_stage = attribute("tags.Stage", "Tags[Key=Stage].Value")
    tag_stage_small = attribute("tags.stage", "Tags[Key=stage].Value")

    def verbose(self) -> Iterator[tuple[Attribute, str]]:
        """The levels at which nearly everything is logged, each with the next one that is not so loud."""
        if self.application_level.surely_in(("TRACE", "DEBUG")):
            yield self.application_level, "INFO"
        if self.system_level.surely("DEBUG"):
            yield self.system_level, "INFO"
        for method in self.methods:
            if method.level.surely("INFO"):
                yield method.level, "ERROR"
        if self.history_level.surely("ALL") & self.history_data.surely(True):
            yield self.history_level, "ERROR"

    def is_for(self, environments: Collection[str], unit: Unit) -> Truth:
        """Whether it belongs to one of the environments: its tags, its stage, or the folder of the unit say so."""
        tags = (self.tag_environment, self.tag_environment_small, self.tag_env, self.tag_env_small, self.tag_stage, self.tag_stage_small)
        words = {word for word in re.split(r"[^a-z0-9]+", unit.data.path.casefold()) if word}
        said = [place for place in (*tags, self.stage) if place.surely_absent().known is not True]
        if any_of(said, lambda place: _is_one_of(place, environments)).known or words & {name.casefold() for name in environments}:
            return YES
        if any_of(said, lambda place: _is_one_of(place, OTHER_ENVIRONMENTS)).known or words & OTHER_ENVIRONMENTS:
            return NO
        return undecided("neither its tags nor its folder tell for which environment it is", self.header)


def _is_one_of(place: Attribute, names: Collection[str]) -> Truth:
    return truth(place.shown.casefold() in {name.casefold() for name in names})

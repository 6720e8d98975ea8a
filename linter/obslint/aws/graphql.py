"""AppSync."""

from obslint.aws.roles import ServiceRole
from obslint.aws.view import View, attribute, reference
from obslint.policy import Fix, set_to


class GraphqlApi(View, terraform="aws_appsync_graphql_api", cloudformation="AWS::AppSync::GraphQLApi"):
    """A GraphQL API."""

    log_role = reference("log_config.cloudwatch_logs_role_arn", "LogConfig.CloudWatchLogsRoleArn")
    field_level = attribute("log_config.field_log_level", "LogConfig.FieldLogLevel", default="NONE")

    @property
    def logging_fix(self) -> Fix:
        """Switches logs of requests and of failing fields on, with a role to write them."""
        actions = ("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
        role, policy = ServiceRole.drafted(self, "appsync.amazonaws.com", actions)
        return set_to(
            role.link("arn", "Arn"), also=((self.field_level, "ERROR"),), needs=(role, policy), title="log with a new role",
            unsafe="logs are billed by volume",
        )  # fmt: skip

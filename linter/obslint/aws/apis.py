"""API Gateway stages."""

from obslint.aws.view import View, attribute, reference


class RestStage(View, terraform="aws_api_gateway_stage", cloudformation="AWS::ApiGateway::Stage|AWS::Serverless::Api"):
    """A deployed stage of a REST API."""

    name = attribute("stage_name", "StageName")
    log_destination = reference("access_log_settings.destination_arn", "AccessLogSetting.DestinationArn")
    log_format = attribute("access_log_settings.format", "AccessLogSetting.Format")
    tracing = attribute("xray_tracing_enabled", "TracingEnabled", default=False)


class HttpStage(View, terraform="aws_apigatewayv2_stage", cloudformation="AWS::ApiGatewayV2::Stage|AWS::Serverless::HttpApi"):
    """A deployed stage of an HTTP or WebSocket API."""

    name = attribute("name", "StageName")
    log_destination = reference("access_log_settings.destination_arn", "AccessLogSettings.DestinationArn")
    log_format = attribute("access_log_settings.format", "AccessLogSettings.Format")

"""Gradual deployments of functions: a group for each, one application and one role for all of them.

https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html
"""

from collections.abc import Iterator

from obslint.cloudformation.sam_facts import managed
from obslint.cloudformation.sam_nodes import Made, Sam, Shape, Texts, computed, get_att, mapping_of, ref, role, tag_list
from obslint.cloudformation.tree import Mapping, Node, Scalar, Sequence, elements, function, text_of

APPLICATION, ROLE, CONDITION = "ServerlessDeploymentApplication", "CodeDeployServiceRole", "ServerlessCodeDeployCondition"

_EVENTS: list[Shape] = ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"]
_CONFIGURATIONS = {
    f"{kind}Percent{times}": True
    for kind in ("Canary10", "Linear10")
    for times in ("5Minutes", "10Minutes", "15Minutes", "30Minutes", "Every1Minute", "Every2Minutes", "Every3Minutes", "Every10Minutes")
} | {"AllAtOnce": True}
"""The configurations of CodeDeploy itself, which SAM names without their prefix."""


def group(sam: Sam, texts: Texts) -> Made | None:
    """The deployment group of a function, when it has one."""
    preference, alias = sam.pair("DeploymentPreference"), sam.get("AutoPublishAlias")
    if preference is None or alias is None or not isinstance(preference.value, Mapping):
        return None
    written = Sam(sam.name, preference.key, preference.value)
    enabled = written.get("Enabled")
    if enabled is not None and (texts(enabled) or "").lower() == "false":
        return None
    shape: dict[str, Shape] = {
        "ApplicationName": ref(APPLICATION),
        "AutoRollbackConfiguration": {"Enabled": True, "Events": _EVENTS},
        "DeploymentStyle": {"DeploymentType": "BLUE_GREEN", "DeploymentOption": "WITH_TRAFFIC_CONTROL"},
        "ServiceRoleArn": written.pair("Role") or get_att(ROLE, "Arn"),
        **written.taken("TriggerConfigurations"),
        **_configuration(written.get("Type"), texts),
        **_alarms(written.get("Alarms")),
        **tag_list(sam.pair("Tags")),
    }
    paths = {"TriggerConfigurations": ("DeploymentPreference", "TriggerConfigurations")}
    passed = sam.condition if text_of(written.get("PassthroughCondition")) == "true" else ""
    name = f"{sam.name}DeploymentGroup"
    return Made(name, "AWS::CodeDeploy::DeploymentGroup", mapping_of(shape, preference.key), preference.key, paths, condition=passed or "")


def _configuration(kind: Node | None, texts: Texts) -> dict[str, Shape]:
    if kind is None:
        return {}
    name = texts(kind)
    if name is None:
        return {"DeploymentConfigName": computed(kind)}
    return {"DeploymentConfigName": f"CodeDeployDefault.Lambda{name}" if name in _CONFIGURATIONS else kind}


def _alarms(alarms: Node | None) -> dict[str, Shape]:
    if alarms is None:
        return {}
    call = function(alarms)
    parts = elements(call[1]) if call and call[0] == "Fn::If" else []
    if len(parts) == 3:
        sides: list[Shape] = [_watched(part) or part for part in parts[1:]]
        return {"AlarmConfiguration": {"Fn::If": [parts[0], *sides]}}
    found = _watched(alarms)
    return {"AlarmConfiguration": found if found is not None else computed(alarms)}


def _watched(alarms: Node) -> dict[str, Shape] | None:
    if not isinstance(alarms, Sequence):
        return None
    return {"Enabled": True, "Alarms": [{"Name": alarm} for alarm in elements(alarms)]}


def shared(groups: list[Made]) -> Iterator[Made]:
    """The application of all groups, and the role of those that name none."""
    if not groups:
        return
    at: Scalar = groups[0].at
    yield Made(APPLICATION, "AWS::CodeDeploy::Application", mapping_of({"ComputePlatform": "Lambda"}, at), at)
    if any(_uses_role(found) for found in groups):
        made = role("codedeploy.amazonaws.com", [managed("AWSCodeDeployRoleForLambda")], [])
        yield Made(ROLE, "AWS::IAM::Role", mapping_of(made, at), at)


def _uses_role(found: Made) -> bool:
    node = found.properties.get("ServiceRoleArn")
    call = function(node) if node is not None else None
    return call is not None and call[0] == "Fn::GetAtt" and [text_of(part) for part in elements(call[1])] == [ROLE, "Arn"]

"""Targets that EventBridge reaches with a role.

https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-identity-based.html
"""

from collections.abc import Iterator

from obslint.aws.events.rules import RuleTarget, TargetHolder
from obslint.aws.guards.arns import arn_of
from obslint.aws.guards.fixes import writing_logs
from obslint.aws.guards.holders import Role, RolePolicy
from obslint.aws.guards.requests import service_principal
from obslint.aws.guards.roles import role_allows, trusts
from obslint.aws.unit import Unit
from obslint.aws.view import View
from obslint.model import Json, Plain, Resource, Truth, references
from obslint.policy import Fix, extend, set_to

EVENTS = service_principal("events")

_ACTIONS = {
    "aws_kinesis_stream": "kinesis:PutRecord",
    "AWS::Kinesis::Stream": "kinesis:PutRecord",
    "aws_kinesis_firehose_delivery_stream": "firehose:PutRecord",
    "AWS::KinesisFirehose::DeliveryStream": "firehose:PutRecord",
    "aws_sfn_state_machine": "states:StartExecution",
    "AWS::StepFunctions::StateMachine": "states:StartExecution",
    "aws_codepipeline": "codepipeline:StartPipelineExecution",
    "AWS::CodePipeline::Pipeline": "codepipeline:StartPipelineExecution",
    "aws_codebuild_project": "codebuild:StartBuild",
    "AWS::CodeBuild::Project": "codebuild:StartBuild",
    "aws_batch_job_queue": "batch:SubmitJob",
    "AWS::Batch::JobQueue": "batch:SubmitJob",
    "aws_cloudwatch_event_api_destination": "events:InvokeApiDestination",
    "AWS::Events::ApiDestination": "events:InvokeApiDestination",
    "aws_ecs_cluster": "ecs:RunTask",
    "AWS::ECS::Cluster": "ecs:RunTask",
}
"""What EventBridge does to a target of a kind, and needs a role for."""


def needing_role(holder: TargetHolder) -> Iterator[tuple[RuleTarget, Resource, str]]:
    """The targets that EventBridge reaches with a role only: the resource, and the action on it."""
    for target in holder.targets:
        named = next((one.resource for one in references(target.arn.value) if one.resource is not None), None)
        if named is not None and named.type in _ACTIONS and target.arn.refers_to(View(named)):
            yield target, named, _ACTIONS[named.type]


def lacks_role(target: RuleTarget, holder: TargetHolder, unit: Unit) -> Truth:
    """Whether neither the target nor its rule names a role."""
    rule = holder.rule_in(unit)
    absent = target.role.surely_absent()
    return absent & rule.role.surely_absent() if rule is not None else absent


def role_defects(target: RuleTarget, named: Resource, action: str, unit: Unit) -> Iterator[tuple[str, Truth, Role, Fix]]:
    """What the role of a target lacks: a message, whether it is in order, the role, and a fix for each."""
    role = next((one for one in unit.all(Role) if target.role.refers_to(one)), None)
    if role is None:
        return
    trust: dict[str, Plain] = {"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sts:AssumeRole"}
    fix = extend([trust], "let EventBridge take the role", unsafe="it opens the role to a service")
    yield "EventBridge may not take the role", trusts(role, EVENTS), role, fix.on(role.resource, (*role.trust.path, "Statement"))
    if not named.type.endswith(("aws_ecs_cluster", "AWS::ECS::Cluster")):  # what is run there is a task definition
        allowed = role_allows(role, action, arn_of(named), unit)
        fix = writing_logs(role, _target(named, role), "event-target", [action], f"let {role.address} do it")
        yield f"no policy of the role allows {action} there", allowed, role, fix


def _target(named: Resource, beside: View) -> Plain:
    view = View(named)
    gives = named.type not in ("AWS::StepFunctions::StateMachine", "AWS::Batch::JobQueue", "AWS::CodePipeline::Pipeline")
    return view.link("arn", "Arn" if gives else "Ref") if view.can_be_named_by(beside) else "*"


def target_role_fix(target: RuleTarget, named: Resource, action: str, unit: Unit) -> Fix:
    """The one role of the unit that EventBridge can take and that may do it, or a new one."""
    arn = arn_of(named)
    role = unit.only(Role, target, lambda one: trusts(one, EVENTS) & role_allows(one, action, arn, unit))
    if role is not None:
        return set_to(role.link("arn", "Arn"), title=f"use {role.address}", unsafe="its targets start to act")
    trust = Json(_document({"Effect": "Allow", "Principal": {"Service": "events.amazonaws.com"}, "Action": "sts:AssumeRole"}))
    made = Role.draft(target, trust=trust)
    grant = Json(_document({"Effect": "Allow", "Action": action, "Resource": _target(named, target)}))
    policy = RolePolicy.draft(target, title="event-target", role=made.link("id", "Ref"), document=grant)
    manual = "what the role may do has to be decided"
    return set_to(made.link("arn", "Arn"), title="use a new role", manual=manual, needs=(made, policy))


def _document(statement: dict[str, Plain]) -> dict[str, Plain]:
    return {"Version": "2012-10-17", "Statement": [statement]}

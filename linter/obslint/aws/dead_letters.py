"""Alarms on dead-letter queues by a metric that does not count what is moved there."""

from obslint.aws.metrics import Mismatch
from obslint.aws.queues import Queue, QueueRedrive
from obslint.aws.series import Series, certain, namespace_of
from obslint.aws.unit import Unit
from obslint.model import Truth
from obslint.policy import advice, set_to

_SENDERS = (
    *("aws_lambda_function", "aws_lambda_function_event_invoke_config", "aws_lambda_event_source_mapping", "aws_sns_topic_subscription"),
    *("aws_cloudwatch_event_target", "aws_scheduler_schedule", "aws_pipes_pipe", "aws_s3_bucket_notification", "aws_sfn_state_machine"),
    *("AWS::Lambda::Function", "AWS::Serverless::Function", "AWS::Lambda::EventInvokeConfig", "AWS::Lambda::EventSourceMapping"),
    *("AWS::SNS::Subscription", "AWS::Events::Rule", "AWS::Scheduler::Schedule", "AWS::Pipes::Pipe", "AWS::S3::Bucket"),
    *(
        "AWS::StepFunctions::StateMachine",
        "aws_iot_topic_rule",
        "AWS::IoT::TopicRule",
        "aws_ecs_task_definition",
        "AWS::ECS::TaskDefinition",
    ),
)
"""What sends to a queue itself, which is counted as sent: also where it is the dead-letter queue of a function, subscription or target."""


def _takes_dead_letters(queue: Queue, unit: Unit) -> Truth:
    """Whether messages that could not be processed are moved here from another queue."""
    return unit.any(Queue, lambda one: one.dead_letters.refers_to(queue)) | unit.any(
        QueueRedrive, lambda one: one.dead_letters.refers_to(queue)
    )


def _is_sent_to(queue: Queue, unit: Unit) -> Truth:
    """Whether something else of the unit may send to it."""
    return unit.mentions(queue, by=lambda kind: kind in _SENDERS)


def uncounted_dead_letters(series: Series, unit: Unit) -> Mismatch | None:
    """The count of messages sent, of a queue into which they are moved instead."""
    watched = series.dimensions.named("QueueName")
    if namespace_of(series) != "AWS/SQS" or certain(series.name) != "NumberOfMessagesSent" or watched is None:
        return None
    for queue in unit.all(Queue):
        if watched.value.refers_to(queue) & _takes_dead_letters(queue, unit) & ~_is_sent_to(queue, unit) & unit.closed_around(None):
            title = "watch ApproximateNumberOfMessagesVisible"
            fix = set_to("ApproximateNumberOfMessagesVisible", title=title, unsafe="the threshold then is about messages that wait")
            if not series.editable:
                fix = advice(title, "the name stands inside an expression")
            message = "messages that are moved into a dead-letter queue are not counted as sent"
            return Mismatch(series.name, message, fix, (queue.label("this queue takes dead letters"),))
    return None

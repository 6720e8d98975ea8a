"""SQS queues as workloads: which of them are read, and which keep what others could not handle."""

from obslint.aws.queues import DeadLetterUser
from obslint.aws.recipients import QueueReader
from obslint.aws.unit import Unit
from obslint.aws.view import attribute
from obslint.aws.workloads import Watched
from obslint.model import Truth


class WatchedQueue(Watched, terraform="aws_sqs_queue", cloudformation="AWS::SQS::Queue"):
    """A queue."""

    named_by = ("name",)
    handles = ("name", "arn", "id", "url", "Arn", "QueueName", "Ref")
    called = "queue"
    namespaces = ("AWS/SQS",)
    name = attribute("name", "QueueName")
    admits = attribute("redrive_allow_policy", "RedriveAllowPolicy")

    def keeps_failures(self, unit: Unit) -> Truth:
        """Whether something leaves there what it could not handle."""
        return self.admits.surely_set() | unit.any(DeadLetterUser, lambda one: one.uses(self))

    def is_read(self, unit: Unit) -> Truth:
        """Whether a function or a pipe takes messages out of it."""
        return unit.any(QueueReader, lambda one: one.reads(self))

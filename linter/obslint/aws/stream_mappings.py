"""Functions that read streams, and what becomes of batches that they cannot handle."""

from obslint.aws.functions import FailureQueue
from obslint.aws.guards.arns import text_of
from obslint.aws.guards.texts import matches
from obslint.aws.view import View, reference
from obslint.model import Truth, any_of
from obslint.model.compare import decide
from obslint.policy import Fix, set_to

_STREAMS = (
    "aws_kinesis_stream", "aws_dynamodb_table", "aws_msk_cluster", "AWS::Kinesis::Stream", "AWS::DynamoDB::Table", "AWS::MSK::Cluster",
)  # fmt: skip
_ARNS = ("arn:*:kinesis:*", "arn:*:dynamodb:*", "arn:*:kafka:*")


class StreamMapping(View, terraform="aws_lambda_event_source_mapping", cloudformation="AWS::Lambda::EventSourceMapping"):
    """Reads a stream or a queue for a function."""

    source = reference("event_source_arn", "EventSourceArn")
    failures = reference("destination_config.on_failure.destination_arn", "DestinationConfig.OnFailure.Destination")

    @property
    def reads_stream(self) -> Truth:
        """Whether what it reads is a stream."""
        named = decide(self.source.value, lambda value: any_of(_ARNS, lambda arn: matches((arn,), text_of(value))))
        return self.source.surely_set() & (self.source.refers_to_type(*_STREAMS) | named)

    @property
    def failure_fix(self) -> Fix:
        """Tells a new queue which batches failed."""
        queue = FailureQueue.draft(self, retention=1209600)
        unsafe = "somebody has to look into the queue, and the role of the function must allow sqs:SendMessage"
        return set_to(queue.link("arn", "Arn"), title="note them in a new queue", unsafe=unsafe, needs=(queue,))

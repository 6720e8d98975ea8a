resource "aws_kinesis_stream" "events" {
  name = "events"
}

resource "aws_cloudwatch_event_target" "events" {
  rule = "findings"
  arn  = aws_kinesis_stream.events.arn   # to the archive
}

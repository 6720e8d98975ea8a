# case: the role is not known
variable "role" {
  type = string
}

resource "aws_kinesis_stream" "events" {
  name = "events"
}

resource "aws_cloudwatch_event_target" "events" {
  rule     = "findings"
  arn      = aws_kinesis_stream.events.arn
  role_arn = var.role
}

variable "fifo" {
  type = bool
}

variable "protocol" {
  type = string
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn, aws_sns_topic.second.arn]
}

# case: the kind is given
resource "aws_sns_topic" "oncall" {
  name       = "oncall"
  fifo_topic = var.fifo
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@corp.io"
}

# case: the protocol is given
resource "aws_sns_topic" "second" {
  name       = "second.fifo"
  fifo_topic = true
}

resource "aws_sns_topic_subscription" "second" {
  topic_arn = aws_sns_topic.second.arn
  protocol  = var.protocol
  endpoint  = "oncall@corp.io"
}

variable "filter" {
  type = string
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn, aws_sns_topic.shared.arn]
}

# case: a filter that is given
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_subscription" "given" {
  topic_arn     = aws_sns_topic.oncall.arn
  protocol      = "email"
  endpoint      = "oncall@corp.io"
  filter_policy = var.filter
}

# case: others may publish to the topic
resource "aws_sns_topic" "shared" {
  name = "shared"
}

output "shared" {
  value = aws_sns_topic.shared.arn
}

resource "aws_sns_topic_subscription" "shared" {
  topic_arn     = aws_sns_topic.shared.arn
  protocol      = "email"
  endpoint      = "oncall@corp.io"
  filter_policy = jsonencode({ severity = ["high"] }) # attributes
}

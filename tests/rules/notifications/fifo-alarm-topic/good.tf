resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

# case: a queue
resource "aws_sns_topic" "oncall" {
  name       = "oncall.fifo"
  fifo_topic = true
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"
  endpoint  = "arn:aws:sqs:eu-central-1:111122223333:alerts.fifo"
}

# case: a standard topic
resource "aws_sns_topic" "plain" {
  name       = "plain"
  fifo_topic = false
}

resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name    = "slow"
  alarm_actions = [aws_sns_topic.plain.arn]
}

resource "aws_sns_topic_subscription" "plain" {
  topic_arn = aws_sns_topic.plain.arn
  protocol  = "email"
  endpoint  = "oncall@corp.io"
}

# case: no alerts
resource "aws_sns_topic" "orders" {
  name       = "orders.fifo"
  fifo_topic = true
}

resource "aws_sns_topic_subscription" "orders" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "email"
  endpoint  = "orders@corp.io"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

# case: a mail
resource "aws_sns_topic" "oncall" {
  name       = "oncall.fifo"
  fifo_topic = true   # in order
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@corp.io"
}

# case: a budget calls a web hook
resource "aws_sns_topic" "spending" {
  name       = "spending.fifo"
  fifo_topic = true
}

resource "aws_budgets_budget" "spending" {
  budget_type  = "COST"
  limit_amount = "100"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    comparison_operator       = "GREATER_THAN"
    threshold                 = 80
    threshold_type            = "PERCENTAGE"
    notification_type         = "ACTUAL"
    subscriber_sns_topic_arns = [aws_sns_topic.spending.arn]
  }
}

resource "aws_sns_topic_subscription" "spending" {
  topic_arn = aws_sns_topic.spending.arn
  protocol  = "https"
  endpoint  = "https://hooks.corp.io/spending"
}

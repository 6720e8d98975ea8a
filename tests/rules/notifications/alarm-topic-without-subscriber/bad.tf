# case: nobody
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

# case: somebody is subscribed to another topic
resource "aws_sns_topic" "capacity" {
  name = "capacity"
}

resource "aws_sns_topic" "news" {
  name = "news"
}

resource "aws_sns_topic_subscription" "news" {
  topic_arn = aws_sns_topic.news.arn
  protocol  = "email"
  endpoint  = "news@example.com"
}

resource "aws_cloudwatch_metric_alarm" "full" {
  alarm_name          = "full"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.capacity.arn]
}

# case: its policy names it, which subscribes nobody
resource "aws_sns_topic" "audit" {
  name = "audit"
}

resource "aws_sns_topic_policy" "audit" {
  arn    = aws_sns_topic.audit.arn
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sns:Publish", Resource = aws_sns_topic.audit.arn }] })
}

resource "aws_cloudwatch_metric_alarm" "denied" {
  alarm_name          = "denied"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.audit.arn]
}

# case: a rule sends findings to it
resource "aws_sns_topic" "findings" {
  name = "findings"
}

resource "aws_cloudwatch_event_target" "findings" {
  rule = "findings"
  arn  = aws_sns_topic.findings.arn
}

# case: a budget
resource "aws_sns_topic" "spending" {
  name = "spending"
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

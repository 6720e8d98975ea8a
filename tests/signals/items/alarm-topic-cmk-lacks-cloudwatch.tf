resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name = "age"
  namespace = "AWS/SQS"
  metric_name = "ApproximateAgeOfOldestMessage"
  statistic = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold = 600
  period = 300
  evaluation_periods = 1
  dimensions = { QueueName = "jobs" }
  alarm_actions = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
  kms_master_key_id = aws_kms_key.oncall.arn
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@corp.io"
}

resource "aws_kms_key" "oncall" {
  description = "alerts"
  policy      = POLICY
}


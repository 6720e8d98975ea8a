variable "given" {
  type = string
}

# case: a policy that is given
resource "aws_kms_key" "key" {
  policy = var.given
}

resource "aws_sns_topic" "oncall" {
  kms_master_key_id = aws_kms_key.key.arn
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

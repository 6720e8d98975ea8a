resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_policy" "oncall" {
  arn = aws_sns_topic.oncall.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "cloudwatch.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.oncall.arn, Condition = { ArnLike = { "aws:SourceArn" = "arn:aws:cloudwatch:*:*:alarm:billing-*" } } },   # one
    ]
  })
}

resource "aws_cloudwatch_metric_alarm" "al_oncall" {
  alarm_name          = "al-oncall"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

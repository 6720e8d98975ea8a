data "aws_caller_identity" "me" {}

# case: CloudWatch
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_policy" "oncall" {
  arn = aws_sns_topic.oncall.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "cloudwatch.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.oncall.arn },   # one
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

# case: everybody of the account
resource "aws_sns_topic" "pager" {
  name = "pager"
}

resource "aws_sns_topic_policy" "pager" {
  arn = aws_sns_topic.pager.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "*" }, Action = "sns:Publish", Resource = aws_sns_topic.pager.arn, Condition = { StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.me.account_id } } },   # one
    ]
  })
}

resource "aws_cloudwatch_metric_alarm" "al_pager" {
  alarm_name          = "al-pager"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.pager.arn]
}

# case: no policy of its own
resource "aws_sns_topic" "plain" {
  name = "plain"
}

resource "aws_cloudwatch_metric_alarm" "al_plain" {
  alarm_name          = "al-plain"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.plain.arn]
}

# case: no alarm
resource "aws_sns_topic" "quiet" {
  name = "quiet"
}

resource "aws_sns_topic_policy" "quiet" {
  arn = aws_sns_topic.quiet.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.quiet.arn },   # one
    ]
  })
}

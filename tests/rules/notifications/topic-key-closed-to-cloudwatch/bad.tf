# case: the account only
resource "aws_kms_key" "key_oncall" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" },   # us
    ]
  })
}

resource "aws_sns_topic" "oncall" {
  kms_master_key_id = aws_kms_key.key_oncall.arn
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

# case: another service
resource "aws_kms_key" "key_news" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" },   # us
      { Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = ["kms:Decrypt", "kms:GenerateDataKey*"], Resource = "*" },
    ]
  })
}

resource "aws_sns_topic" "news" {
  kms_master_key_id = aws_kms_key.key_news.arn
}

resource "aws_cloudwatch_metric_alarm" "al_news" {
  alarm_name          = "al-news"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.news.arn]
}

# case: by an alias
resource "aws_kms_key" "key_alias" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" },   # us
    ]
  })
}

resource "aws_kms_alias" "alerts" {
  name          = "alias/alerts"
  target_key_id = aws_kms_key.key_alias.key_id
}

resource "aws_sns_topic" "aliased" {
  kms_master_key_id = "alias/alerts"
}

resource "aws_cloudwatch_metric_alarm" "al_alias" {
  alarm_name          = "al-alias"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.aliased.arn]
}

provider "aws" {
  region = "eu-central-1"
}

provider "aws" {
  alias  = "west"
  region = "us-west-2"
}

# case: two regions
resource "aws_cloudwatch_metric_alarm" "here" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_cloudwatch_metric_alarm" "there" {
  provider = aws.west

  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

# case: the second says another region itself
resource "aws_cloudwatch_metric_alarm" "one" {
  alarm_name          = "depth"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_cloudwatch_metric_alarm" "two" {
  region = "eu-west-1"

  alarm_name          = "depth"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

# case: the key is in the name
resource "aws_cloudwatch_metric_alarm" "each" {
  for_each = toset(["orders", "mails"])

  alarm_name          = "age-${each.key}"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

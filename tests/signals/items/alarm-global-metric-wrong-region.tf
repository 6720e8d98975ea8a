provider "aws" {
  region = "eu-west-1" #! broken
  region = "us-east-1" #! repaired
}

resource "aws_cloudwatch_metric_alarm" "edge" {
  alarm_name = "edge"
  namespace = "AWS/CloudFront"
  metric_name = "5xxErrorRate"
  statistic = "Average"
  comparison_operator = "GreaterThanThreshold"
  threshold = 5
  period = 300
  evaluation_periods = 1
  dimensions = { DistributionId = "E123EXAMPLE", Region = "Global" }
}


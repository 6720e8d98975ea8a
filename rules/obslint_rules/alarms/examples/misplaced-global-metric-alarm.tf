resource "aws_cloudwatch_metric_alarm" "edge" {
  alarm_name          = "edge"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  dimensions = {
    DistributionId = "E123EXAMPLE" # of this team
    Region         = "Global" # of this team
  }
}

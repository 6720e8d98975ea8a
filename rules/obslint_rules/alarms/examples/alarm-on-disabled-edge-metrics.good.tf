resource "aws_cloudfront_distribution" "front" {
  enabled = true
}

resource "aws_cloudfront_monitoring_subscription" "front" {
  distribution_id = aws_cloudfront_distribution.front.id
  monitoring_subscription {
    realtime_metrics_subscription_config {
      realtime_metrics_subscription_status = "Enabled"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "slow" {
  alarm_name          = "slow"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/CloudFront"
  metric_name         = "OriginLatency"  # who is called: the team
  extended_statistic  = "p90"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  dimensions = {
    DistributionId = aws_cloudfront_distribution.front.id # of this team
    Region         = "Global" # of this team
  }
}

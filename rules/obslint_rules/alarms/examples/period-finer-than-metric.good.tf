resource "aws_cloudwatch_metric_alarm" "size" {
  alarm_name          = "size"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/S3"
  metric_name         = "BucketSizeBytes"  # who is called: the team
  statistic           = "Average"
  period              = 86400
  evaluation_periods  = 1
  threshold           = 1000000000000
  dimensions = {
    BucketName  = "shop" # of this team
    StorageType = "StandardStorage" # of this team
  }
}

resource "aws_s3_bucket" "assets" {
  bucket = "shop-assets"
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/S3"
  metric_name         = "5xxErrors"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    BucketName = aws_s3_bucket.assets.id # of this team
    FilterId   = "EntireBucket" # of this team
  }
}

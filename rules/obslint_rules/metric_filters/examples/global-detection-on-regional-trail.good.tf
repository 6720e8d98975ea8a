resource "aws_cloudtrail" "all" {
  name                       = "all"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  is_multi_region_trail = true
}

resource "aws_cloudwatch_log_metric_filter" "iam" {
  name           = "iam"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventName = AttachRolePolicy) || ($.eventName = PutRolePolicy) }" # counted

  metric_transformation {
    name      = "iam"
    namespace = "app"
    value     = "1"
  }
}

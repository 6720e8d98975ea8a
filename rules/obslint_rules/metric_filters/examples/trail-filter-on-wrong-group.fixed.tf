resource "aws_cloudwatch_log_metric_filter" "keys" {
  name           = "keys"
  log_group_name = aws_cloudwatch_log_group.app.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = ScheduleKeyDeletion) }" # counted

  metric_transformation {
    name      = "keys"
    namespace = "app"
    value     = "1"
  }
}

resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

# case: the group is fed by a trail elsewhere
resource "aws_cloudwatch_log_metric_filter" "other" {
  name           = "other"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventSource = signin.amazonaws.com) && ($.eventName = SwitchRole) }"

  metric_transformation {
    name      = "other"
    namespace = "audit"
    value     = "1"
  }
}

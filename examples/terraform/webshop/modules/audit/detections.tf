locals {
  # CIS AWS Foundations 4.3 and 4.5
  detections = {
    root-usage   = "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != \"AwsServiceEvent\" }"
    trail-change = "{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StartLogging) || ($.eventName = StopLogging) }"
  }
}

resource "aws_cloudwatch_log_metric_filter" "detection" {
  for_each = local.detections

  name           = "${var.name}-${each.key}"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = each.value

  metric_transformation {
    namespace     = "Webshop/Audit"
    name          = each.key
    value         = "1"
    default_value = "0"
  }
}

resource "aws_cloudwatch_metric_alarm" "detection" {
  for_each = local.detections

  alarm_name          = "${var.name}-${each.key}"
  alarm_description   = "Runbook: https://wiki.webshop.dev/runbooks/audit#${each.key}"
  namespace           = "Webshop/Audit"
  metric_name         = each.key
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.security_topic_arn]
}

# Denied calls: too many to alarm on, said the review. We will tune the pattern first.
resource "aws_cloudwatch_log_metric_filter" "denied" {
  name           = "${var.name}-denied-calls"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.errorCode = \"*UnauthorizedOperation\") || ($.errorCode = \"AccessDenied*\") }"

  metric_transformation {
    namespace = "Webshop/Audit"
    name      = "denied-calls"
    value     = "1"
  }
}

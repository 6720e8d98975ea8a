# case: there is a default
resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = "app"
  pattern        = "ERROR" # counted

  metric_transformation {
    name      = "Errors"
    namespace = "app"
    value     = "1"
    # zeros between matches
    default_value = 0
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  metric_name         = "Errors"
  namespace           = "app"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
}

# case: missing data is no breach
resource "aws_cloudwatch_log_metric_filter" "calm" {
  name           = "calm"
  log_group_name = "app"
  pattern        = "ERROR" # counted

  metric_transformation {
    name      = "Calm"
    namespace = "app"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "calm" {
  alarm_name          = "calm"
  metric_name         = "Calm"
  namespace           = "app"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
  treat_missing_data  = "notBreaching"
}

# case: missing data is told
resource "aws_cloudwatch_log_metric_filter" "told" {
  name           = "told"
  log_group_name = "app"
  pattern        = "ERROR" # counted

  metric_transformation {
    name      = "Told"
    namespace = "app"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "told" {
  alarm_name          = "told"
  metric_name         = "Told"
  namespace           = "app"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
  insufficient_data_actions = ["arn:aws:sns:eu-west-1:123456789012:ops"]
}

# case: a metric with dimensions takes no default
resource "aws_cloudwatch_log_metric_filter" "sized" {
  name           = "sized"
  log_group_name = "app"
  pattern        = "{ $.level = ERROR }" # counted

  metric_transformation {
    name      = "Sized"
    namespace = "app"
    value     = "1"
    dimensions = {
      Path = "$.path"
    }
  }
}

resource "aws_cloudwatch_metric_alarm" "sized" {
  alarm_name          = "sized"
  metric_name         = "Sized"
  namespace           = "app"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
}

# case: the value is measured, and zeros would spoil it
resource "aws_cloudwatch_log_metric_filter" "latency" {
  name           = "latency"
  log_group_name = "app"
  pattern        = "{ $.latency = * }" # counted

  metric_transformation {
    name      = "Latency"
    namespace = "app"
    value     = "$.latency"
  }
}

resource "aws_cloudwatch_metric_alarm" "latency" {
  alarm_name          = "latency"
  metric_name         = "Latency"
  namespace           = "app"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  period              = 300
  statistic           = "Sum"
  threshold           = 1
}

# case: nothing reads it, which another rule is about
resource "aws_cloudwatch_log_metric_filter" "unread" {
  name           = "unread"
  log_group_name = "app"
  pattern        = "ERROR" # counted

  metric_transformation {
    name      = "unread"
    namespace = "app"
    value     = "1"
  }
}

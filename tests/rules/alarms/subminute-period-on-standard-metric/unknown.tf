# case: a variable without a value
variable "period" {
  type = number
}

resource "aws_cloudwatch_metric_alarm" "by_variable" {
  alarm_name          = "by-variable"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = var.period
  evaluation_periods  = 3
}

# case: a namespace that is not known
variable "namespace" {
  type = string
}

resource "aws_cloudwatch_metric_alarm" "by_namespace" {
  alarm_name          = "by-namespace"
  evaluation_periods  = 1
  threshold           = 1
  comparison_operator = "GreaterThanThreshold"

  metric_query {
    id          = "age"
    return_data = true

    metric {
      namespace   = var.namespace
      metric_name = "Age"
      stat        = "Maximum"
      period      = 10
    }
  }
}

# case: the name is handed to a module whose code is not here
resource "aws_cloudwatch_log_metric_filter" "declined" {
  name           = "declined-payments"
  log_group_name = "/shop/payments"
  pattern        = "DECLINED"

  metric_transformation {
    name      = "DeclinedPayments"
    namespace = "Shop"
    value     = "1"
  }
}

module "declined_alarm" {
  source  = "terraform-aws-modules/cloudwatch/aws//modules/metric-alarm"
  version = "5.0.0"

  namespace   = "Shop"
  metric_name = "DeclinedPayments"
}

# case: an alarm on a metric whose name is not known
variable "watched" {
  type = string
}

resource "aws_cloudwatch_log_metric_filter" "errors" {
  name           = "errors"
  log_group_name = "/shop/orders"
  pattern        = "ERROR"

  metric_transformation {
    name      = "OrderErrors"
    namespace = "Shop"
    value     = "1"
  }
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "Shop"
  metric_name         = var.watched
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
}

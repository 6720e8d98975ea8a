# case: once a minute
resource "aws_cloudwatch_metric_alarm" "orders" {
  alarm_name          = "orders"
  namespace           = "Shop"
  metric_name         = "Orders"
  comparison_operator = "LessThanThreshold"
  evaluation_periods  = 3
  period              = 60
}

# case: a standard metric is the business of another rule
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  namespace           = "AWS/Lambda"
  metric_name         = "Errors"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 3
  period              = 10
}

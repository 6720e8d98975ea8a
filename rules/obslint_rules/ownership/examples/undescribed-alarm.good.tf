resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name        = "errors"
  alarm_description = "Customers cannot pay: https://wiki.example.com/pay"
}

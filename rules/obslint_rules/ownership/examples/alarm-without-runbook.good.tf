resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name        = "errors"
  alarm_description = "Customers cannot pay: https://wiki.example.com/pay"
  alarm_actions     = ["arn:aws:sns:us-east-1:123456789012:pages"]
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = ["arn:aws:sns:us-east-1:123456789012:pages"]
  ok_actions    = ["arn:aws:sns:us-east-1:123456789012:pages"]
}

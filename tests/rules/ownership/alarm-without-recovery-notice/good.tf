# case: told
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = ["arn:aws:sns:us-east-1:123456789012:pages"]
  ok_actions    = ["arn:aws:sns:us-east-1:123456789012:pages"]
}

# case: it scales and calls nobody
resource "aws_autoscaling_policy" "out" {
  name                   = "out"
  autoscaling_group_name = "web"
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name    = "busy"
  alarm_actions = [aws_autoscaling_policy.out.arn]
}

# case: no action at all is the business of another rule
resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name = "silent"
}

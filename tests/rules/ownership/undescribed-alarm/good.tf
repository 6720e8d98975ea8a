# case: described
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name        = "errors"
  alarm_description = "Customers cannot pay: https://wiki.example.com/pay"
}

# case: it scales and calls nobody
resource "aws_autoscaling_policy" "out" {
  name                   = "out"
  autoscaling_group_name = "web"
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name        = "busy"
  alarm_actions     = [aws_autoscaling_policy.out.arn]
}

# case: a link in the description
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name        = "errors"
  alarm_description = "Customers cannot pay: https://wiki.example.com/pay"
  alarm_actions     = ["arn:aws:sns:us-east-1:123456789012:pages"]
}

# case: a link in a tag
resource "aws_cloudwatch_metric_alarm" "tagged" {
  alarm_name        = "tagged"
  alarm_description = "Customers cannot pay"
  alarm_actions     = ["arn:aws:sns:us-east-1:123456789012:pages"]
  tags              = { guide = "https://wiki.example.com/pay" }
}

# case: a runbook by its number
resource "aws_cloudwatch_metric_alarm" "numbered" {
  alarm_name        = "numbered"
  alarm_description = "Customers cannot pay (runbook 17)"
  alarm_actions     = ["arn:aws:sns:us-east-1:123456789012:pages"]
}

# case: nobody is called
resource "aws_cloudwatch_metric_alarm" "part" {
  alarm_name        = "part"
  alarm_description = "Part of the alarm shop"
}

# case: it scales and calls nobody
resource "aws_autoscaling_policy" "out" {
  name                   = "out"
  autoscaling_group_name = "web"
}

resource "aws_cloudwatch_metric_alarm" "busy" {
  alarm_name        = "busy"
  alarm_description = "Add an instance"
  alarm_actions     = [aws_autoscaling_policy.out.arn]
}

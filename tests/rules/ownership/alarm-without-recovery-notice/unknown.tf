variable "actions" {
  type = list(string)
}

# case: the actions are a variable without a value
resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name    = "a"
  alarm_actions = var.actions
}

# case: what is done on recovery is not known
resource "aws_cloudwatch_metric_alarm" "b" {
  alarm_name    = "b"
  alarm_actions = ["arn:aws:sns:us-east-1:123456789012:pages"]
  ok_actions    = var.actions
}

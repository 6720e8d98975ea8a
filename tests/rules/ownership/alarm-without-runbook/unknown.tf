variable "text" {
  type = string
}

# case: a variable without a value
resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name        = "a"
  alarm_description = "orders: ${var.text}"
  alarm_actions     = ["arn:aws:sns:us-east-1:123456789012:pages"]
}

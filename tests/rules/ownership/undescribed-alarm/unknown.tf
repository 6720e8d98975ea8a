variable "text" {
  type = string
}

# case: a variable without a value
resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name        = "a"
  alarm_description = var.text
}

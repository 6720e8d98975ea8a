# options: {"days": 100}
variable "days" {
  type = number
}

# case: a variable without a value
resource "aws_cloudwatch_log_group" "a" {
  retention_in_days = var.days
}

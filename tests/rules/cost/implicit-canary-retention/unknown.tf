variable "days" {
  type = number
}

# case: a variable that may be null
resource "aws_synthetics_canary" "home" {
  name                     = "home"
  success_retention_period = var.days
  failure_retention_period = 31
}

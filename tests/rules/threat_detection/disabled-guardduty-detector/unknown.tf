variable "guard" {
  type = bool
}

# case: a variable without a value decides
resource "aws_guardduty_detector" "main" {
  enable = var.guard
}

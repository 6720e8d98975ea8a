# case: on by default
resource "aws_guardduty_detector" "main" {
}

# case: on
resource "aws_guardduty_detector" "on" {
  enable = true
}

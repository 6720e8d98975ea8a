# case: both are said
resource "aws_synthetics_canary" "home" {
  name                     = "home"
  success_retention_period = 7
  failure_retention_period = 31
}

# case: neither
resource "aws_synthetics_canary" "home" {
  name = "home" # every five minutes
}

# case: failed runs
resource "aws_synthetics_canary" "pay" {
  name                     = "pay"
  success_retention_period = 7
}

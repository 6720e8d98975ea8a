resource "aws_synthetics_canary" "home" {
  name = "home" # every five minutes
}

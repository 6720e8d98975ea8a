resource "aws_sns_topic" "oncall" {
  name = "oncall"   # the pager
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
  tags = { "cost-center" = "12" }
}

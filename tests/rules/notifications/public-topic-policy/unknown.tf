variable "given" {
  type = string
}

# case: a policy that is given
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_policy" "policy" {
  arn    = aws_sns_topic.oncall.arn
  policy = var.given
}

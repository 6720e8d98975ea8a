# case: the unit has a topic
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_cloudformation_stack" "app" {
  name         = "app"
  template_url = "https://templates.s3.amazonaws.com/app.yaml" # v1
}

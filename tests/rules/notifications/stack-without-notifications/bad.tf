# case: nothing is said
resource "aws_cloudformation_stack" "app" {
  name         = "app"
  template_url = "https://templates.s3.amazonaws.com/app.yaml" # v1
}

# case: an empty list
resource "aws_cloudformation_stack" "base" {
  name              = "base"
  template_url      = "https://templates.s3.amazonaws.com/app.yaml"
  notification_arns = []
}

resource "aws_cloudformation_stack" "app" {
  name         = "app"
  template_url = "https://templates.s3.amazonaws.com/app.yaml" # v1
}

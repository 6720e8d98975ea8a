resource "aws_cloudformation_stack" "app" {
  name              = "app"
  template_url      = "https://templates.s3.amazonaws.com/app.yaml"
  notification_arns = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

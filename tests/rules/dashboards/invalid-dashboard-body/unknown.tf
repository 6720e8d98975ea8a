variable "body" {
  type = string
}

# case: the body is not known
resource "aws_cloudwatch_dashboard" "some" {
  dashboard_name = "some"
  dashboard_body = var.body
}

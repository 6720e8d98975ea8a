resource "aws_cloudwatch_dashboard" "metric" {
  dashboard_name = "metric"
  dashboard_body = jsonencode({
    widgets = [{
      type = "metric"
      properties = {
        metrics = [["Shop/Payments", "PaymentFailure"], [".", "Orders"]]
        region  = "eu-west-1"
      }
    }]
  })
}

resource "aws_cloudwatch_dashboard" "right" {
  dashboard_name = "right"
  dashboard_body = jsonencode({
    widgets = [{
      type = "metric"
      properties = {
        metrics = [["Shop/Payments", "PaymentFailures"], ["AWS/Lambda", "Errors", "FunctionName", "orders"]]
        region  = "eu-west-1"
      }
    }]
  })
}

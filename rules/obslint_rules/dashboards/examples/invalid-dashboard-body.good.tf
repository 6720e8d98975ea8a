resource "aws_cloudwatch_dashboard" "every" {
  dashboard_name = "every"
  dashboard_body = jsonencode({
    widgets = [for kind in ["metric", "text", "log", "alarm", "explorer", "custom"] : { type = kind, properties = {} }]
  })
}

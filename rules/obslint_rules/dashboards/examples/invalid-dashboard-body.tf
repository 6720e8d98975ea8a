resource "aws_cloudwatch_dashboard" "comma" {
  dashboard_name = "comma"
  dashboard_body = <<-EOT
    {
      "widgets": [
        {"type": "text", "properties": {"markdown": "a"}},
      ]
    }
  EOT
}

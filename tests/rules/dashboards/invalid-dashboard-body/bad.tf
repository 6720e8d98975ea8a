# case: a comma too many
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

# case: a kind of widget that does not exist
resource "aws_cloudwatch_dashboard" "kind" {
  dashboard_name = "kind"
  dashboard_body = jsonencode({
    widgets = [{
      type       = "metrics" # plural
      properties = { metrics = [["AWS/Lambda", "Errors"]] }
    }]
  })
}

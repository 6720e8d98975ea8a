resource "aws_cloudwatch_log_resource_policy" "a" {
  policy_name = "a"
  policy_document = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"    # anybody
      Action    = ["logs:PutLogEvents"]
      Resource  = "*"
    }]
  })
}

# case: everyone
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

# case: every AWS principal, in a data source
data "aws_iam_policy_document" "b" {
  statement {
    actions   =   ["logs:CreateLogStream"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["*"]
    }
  }
}

resource "aws_cloudwatch_log_resource_policy" "b" {
  policy_name     = "b"
  policy_document = data.aws_iam_policy_document.b.json
}

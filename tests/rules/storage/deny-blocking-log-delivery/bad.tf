# case: a Deny outside of the organization
resource "aws_s3_bucket" "logs" {}

data "aws_iam_policy_document" "logs" {
  statement {
    actions   = ["s3:*"]
    resources = ["${aws_s3_bucket.logs.arn}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }

  statement {
    sid       = "Perimeter" # of the organization
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = [aws_s3_bucket.logs.arn, "${aws_s3_bucket.logs.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "StringNotEquals"
      variable = "aws:PrincipalOrgID"
      values   = ["o-abcdefghij"]
    }
  }
}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = data.aws_iam_policy_document.logs.json
}

resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.logs.id
}

# case: a Deny outside of some addresses
resource "aws_s3_bucket" "flows" {}

resource "aws_s3_bucket_policy" "flows" {
  bucket = aws_s3_bucket.flows.id
  policy = <<EOF
{
  "Statement": [
    {
      "Effect": "Deny",
      "Principal": {"AWS": "*"},
      "Action": "s3:Put*",
      "Resource":   "${aws_s3_bucket.flows.arn}/*",
      "Condition": {"NotIpAddress": {"aws:SourceIp": ["10.0.0.0/8"]}}
    }
  ]
}
EOF
}

resource "aws_flow_log" "all" {
  traffic_type         = "ALL"
  vpc_id               = "vpc-1"
  log_destination      = aws_s3_bucket.flows.arn
  log_destination_type = "s3"
}

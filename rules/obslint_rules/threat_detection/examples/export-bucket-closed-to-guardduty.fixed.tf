resource "aws_s3_bucket" "findings" {
  bucket = "findings"
}

resource "aws_guardduty_publishing_destination" "findings" {
  detector_id     = "d1"
  destination_arn = aws_s3_bucket.findings.arn # kept for a year
  kms_key_arn     = aws_kms_key.export.arn
}

resource "aws_s3_bucket_policy" "findings" {
  bucket = aws_s3_bucket.findings.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:*", Resource = "${aws_s3_bucket.findings.arn}/*" },
      {
        Effect   = "Allow"
        Principal = {
          Service = "guardduty.amazonaws.com"
        }
        Action   = "s3:PutObject"
        Resource = "${aws_s3_bucket.findings.arn}/*"
      },
      {
        Effect   = "Allow"
        Principal = {
          Service = "guardduty.amazonaws.com"
        }
        Action   = "s3:GetBucketLocation"
        Resource = aws_s3_bucket.findings.arn
      },
    ]
  })
}

resource "aws_kms_key" "export" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "s3.amazonaws.com" }, Action = "kms:GenerateDataKey", Resource = "*" },
      {
        Effect   = "Allow"
        Principal = {
          Service = "guardduty.amazonaws.com"
        }
        Action   = "kms:GenerateDataKey"
        Resource = "*"
      },
    ]
  })
}

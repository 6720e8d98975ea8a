# case: a bucket without a policy
resource "aws_s3_bucket" "bare" {
  bucket = "acme-bare"
}

resource "aws_cloudtrail" "bare" {
  name           = "bare"
  s3_bucket_name = aws_s3_bucket.bare.id # the trail's bucket
}

# case: a policy in jsonencode that is about something else
resource "aws_s3_bucket" "encoded" {}

resource "aws_s3_bucket_policy" "encoded" {
  bucket = aws_s3_bucket.encoded.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Tls" # nobody without TLS
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = "${aws_s3_bucket.encoded.arn}/*"
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_cloudtrail" "encoded" {
  name           = "encoded"
  s3_bucket_name = aws_s3_bucket.encoded.id
}

# case: a document as a data source
resource "aws_s3_bucket" "source" {}

data "aws_iam_policy_document" "source" {
  statement {
    actions   = ["s3:GetBucketAcl"]   # only that
    resources = [aws_s3_bucket.source.arn]

    principals {
      type        = "Service"
      identifiers = ["config.amazonaws.com"]
    }
  }
}

resource "aws_s3_bucket_policy" "source" {
  bucket = aws_s3_bucket.source.bucket
  policy = data.aws_iam_policy_document.source.json
}

resource "aws_cloudtrail" "source" {
  name           = "source"
  s3_bucket_name = aws_s3_bucket.source.id
  s3_key_prefix  = "trails"
}

# case: text in a heredoc, with the ACL readable but nothing to be written
resource "aws_s3_bucket" "text" {}

resource "aws_s3_bucket_policy" "text" {
  bucket = aws_s3_bucket.text.id

  policy = <<EOF
{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Principal": { "Service": "cloudtrail.amazonaws.com" },
      "Action": "s3:GetBucketAcl",
      "Resource": "${aws_s3_bucket.text.arn}"
    }
  ]
}
EOF
}

resource "aws_cloudtrail" "text" {
  name           = "text"
  s3_bucket_name = aws_s3_bucket.text.id
}

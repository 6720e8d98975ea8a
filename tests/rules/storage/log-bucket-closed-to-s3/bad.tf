# case: no policy at all
resource "aws_s3_bucket" "logs" {}

resource "aws_s3_bucket" "data" {}

resource "aws_s3_bucket_logging" "data" {
  bucket        = aws_s3_bucket.data.id
  target_bucket =   aws_s3_bucket.logs.id # where they go
  target_prefix = "data/"
}

# case: an ACL that is ignored, and a policy for something else
resource "aws_s3_bucket" "owned" {
  acl = "log-delivery-write"
}

resource "aws_s3_bucket_ownership_controls" "owned" {
  bucket = aws_s3_bucket.owned.id

  rule {
    object_ownership = "BucketOwnerEnforced"
  }
}

data "aws_iam_policy_document" "owned" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["${aws_s3_bucket.owned.arn}/*"]

    principals {
      type        = "*"
      identifiers = ["*"]
    }

    condition {
      test     = "Bool"
      variable = "aws:SecureTransport"
      values   = ["false"]
    }
  }
}

resource "aws_s3_bucket_policy" "owned" {
  bucket = aws_s3_bucket.owned.id
  policy = data.aws_iam_policy_document.owned.json
}

resource "aws_s3_bucket" "other" {}

resource "aws_s3_bucket_logging" "other" {
  bucket        = aws_s3_bucket.other.id
  target_bucket = aws_s3_bucket.owned.bucket
  target_prefix = ""
}

resource "aws_s3_bucket" "a" {}

data "aws_caller_identity" "me" {}
data "aws_region" "here" {}
data "aws_partition" "here" {}

data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["s3:GetBucketAcl"]
    resources = [aws_s3_bucket.a.arn]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.amazonaws.com"]
    }
  }

  statement {
    actions   = ["s3:PutObject"]
    resources = ["${aws_s3_bucket.a.arn}/logs/AWSLogs/${data.aws_caller_identity.me.account_id}/*"]

    principals {
      type        = "Service"
      identifiers = ["cloudtrail.${data.aws_partition.here.dns_suffix}"]
    }

    condition {
      test     = "StringEquals"
      variable = "s3:x-amz-acl"
      values   = ["bucket-owner-full-control"]
    }

    condition {
      test     = "StringEquals"
      variable = "aws:SourceArn"
      values = [
        "arn:${data.aws_partition.here.partition}:cloudtrail:${data.aws_region.here.name}:${data.aws_caller_identity.me.account_id}:trail/main",
      ]
    }
  }
}

resource "aws_s3_bucket_policy" "a" {
  bucket = aws_s3_bucket.a.id
  policy = data.aws_iam_policy_document.a.json
}

resource "aws_cloudtrail" "a" {
  name           = "main"
  s3_bucket_name = aws_s3_bucket.a.id
  s3_key_prefix  = "logs"
}

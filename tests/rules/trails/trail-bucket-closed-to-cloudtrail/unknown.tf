# case: a bucket of another unit
variable "bucket" {}

resource "aws_cloudtrail" "elsewhere" {
  name           = "elsewhere"
  s3_bucket_name = var.bucket
}

# case: the bucket is handed on, its policy may be there
resource "aws_s3_bucket" "handed" {}

output "bucket" {
  value = aws_s3_bucket.handed.id
}

resource "aws_cloudtrail" "handed" {
  name           = "handed"
  s3_bucket_name = aws_s3_bucket.handed.id
}

# case: the policy is not known
variable "policy" {}

resource "aws_s3_bucket" "given" {}

resource "aws_s3_bucket_policy" "given" {
  bucket = aws_s3_bucket.given.id
  policy = var.policy
}

resource "aws_cloudtrail" "given" {
  name           = "given"
  s3_bucket_name = aws_s3_bucket.given.id
}

# case: part of a document is not known
data "aws_iam_policy_document" "partly" {
  source_policy_documents = [var.policy]

  statement {
    actions   = ["s3:GetObject"]
    resources = ["*"]
  }
}

resource "aws_s3_bucket" "partly" {}

resource "aws_s3_bucket_policy" "partly" {
  bucket = aws_s3_bucket.partly.id
  policy = data.aws_iam_policy_document.partly.json
}

resource "aws_cloudtrail" "partly" {
  name           = "partly"
  s3_bucket_name = aws_s3_bucket.partly.id
}

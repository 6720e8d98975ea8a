# case: the policy is not known
variable "policy" {}

resource "aws_s3_bucket" "logs" {}

resource "aws_s3_bucket_policy" "logs" {
  bucket = aws_s3_bucket.logs.id
  policy = var.policy
}

resource "aws_s3_bucket" "data" {
  logging {
    target_bucket = aws_s3_bucket.logs.id
  }
}

# case: grants one by one
resource "aws_s3_bucket" "granted" {
  acl = var.policy
}

resource "aws_s3_bucket" "user" {
  logging {
    target_bucket = aws_s3_bucket.granted.id
  }
}

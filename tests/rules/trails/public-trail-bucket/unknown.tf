# case: the ACL is not known
variable "acl" {}

resource "aws_s3_bucket" "a" {}

resource "aws_s3_bucket_acl" "a" {
  bucket = aws_s3_bucket.a.id
  acl    = var.acl
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = aws_s3_bucket.a.id
}

# case: the block is not known
resource "aws_s3_bucket" "b" {
  acl = "public-read"
}

resource "aws_s3_bucket_public_access_block" "b" {
  bucket             = aws_s3_bucket.b.id
  ignore_public_acls = var.acl
}

resource "aws_cloudtrail" "b" {
  name           = "b"
  s3_bucket_name = aws_s3_bucket.b.id
}

resource "aws_s3_bucket" "a" {
  acl = "public-read"
}

resource "aws_s3_bucket_public_access_block" "a" {
  bucket             = aws_s3_bucket.a.id
  ignore_public_acls = true
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = aws_s3_bucket.a.id
}

resource "aws_s3_bucket" "a" {
  acl = "public-read" # for the world
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = aws_s3_bucket.a.id
}

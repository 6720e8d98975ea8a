resource "aws_s3_bucket" "bare" {
  bucket = "acme-bare"
}

resource "aws_cloudtrail" "bare" {
  name           = "bare"
  s3_bucket_name = aws_s3_bucket.bare.id # the trail's bucket
}

# case: a public ACL
resource "aws_s3_bucket" "a" {
  acl = "public-read" # for the world
}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = aws_s3_bucket.a.id
}

# case: a policy for everyone
resource "aws_s3_bucket" "b" {}

resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = "*"
      Action    = ["s3:GetObject"]
      Resource  = "${aws_s3_bucket.b.arn}/*"
    }]
  })
}

resource "aws_s3_bucket_public_access_block" "b" {
  bucket             = aws_s3_bucket.b.id
  ignore_public_acls = true # does nothing about policies
}

resource "aws_cloudtrail" "b" {
  name           =   "b"
  s3_bucket_name = aws_s3_bucket.b.id
}

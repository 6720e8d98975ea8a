# case: a block that ignores the ACL
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

# case: everyone of an organization
resource "aws_s3_bucket" "b" {}

resource "aws_s3_bucket_policy" "b" {
  bucket = aws_s3_bucket.b.id
  policy = <<EOF
{"Statement": [{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", "Resource": "${aws_s3_bucket.b.arn}/*",
  "Condition": {"StringEquals": {"aws:PrincipalOrgID": "o-1"}}},
  {"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*"}]}
EOF
}

resource "aws_cloudtrail" "b" {
  name           = "b"
  s3_bucket_name = aws_s3_bucket.b.id
}

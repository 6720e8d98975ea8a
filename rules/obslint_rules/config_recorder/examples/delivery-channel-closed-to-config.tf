resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = aws_s3_bucket.history.id # of all accounts
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::111122223333:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig"
}

resource "aws_s3_bucket" "history" {
  bucket = "history"
}

resource "aws_s3_bucket_policy" "history" {
  bucket = aws_s3_bucket.history.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "cloudtrail.amazonaws.com" }, Action = "s3:*", Resource = "${aws_s3_bucket.history.arn}/*" },
    ]
  })
}

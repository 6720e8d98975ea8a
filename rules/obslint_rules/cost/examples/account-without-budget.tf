resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail-files"
}

resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 16 # as the auditors wish
}

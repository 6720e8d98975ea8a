# scan: complete

# case: nothing limits spending, said at the first account-wide resource
resource "aws_cloudtrail" "main" {
  name           = "main"
  s3_bucket_name = "trail-files"
}

resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 16 # as the auditors wish
}

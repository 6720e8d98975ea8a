# case: it may be kept elsewhere
resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 16
}

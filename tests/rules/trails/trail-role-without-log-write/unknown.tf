# case: a policy that is not known
variable "policy" {}

resource "aws_iam_role" "a" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "a" {
  role       = aws_iam_role.a.name
  policy_arn = var.policy
}

resource "aws_cloudtrail" "a" {
  name                       = "a"
  s3_bucket_name             = "logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:trail:*"
  cloud_watch_logs_role_arn  = aws_iam_role.a.arn
}

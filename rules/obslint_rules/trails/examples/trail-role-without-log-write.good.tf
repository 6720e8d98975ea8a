data "aws_caller_identity" "me" {}

resource "aws_cloudwatch_log_group" "a" {
  name = "trail"
}

resource "aws_iam_role" "a" {
  assume_role_policy = "{}"
}

data "aws_iam_policy_document" "a" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["${aws_cloudwatch_log_group.a.arn}:log-stream:${data.aws_caller_identity.me.account_id}_CloudTrail_*"]
  }
}

resource "aws_iam_policy" "a" {
  policy = data.aws_iam_policy_document.a.json
}

resource "aws_iam_role_policy_attachment" "a" {
  role       = aws_iam_role.a.name
  policy_arn = aws_iam_policy.a.arn
}

resource "aws_cloudtrail" "a" {
  name                       = "a"
  s3_bucket_name             = "logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.a.arn}:*"
  cloud_watch_logs_role_arn  = aws_iam_role.a.arn
}

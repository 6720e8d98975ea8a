# case: a role that may only read, and no policy
resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = aws_s3_bucket.history.id # of all accounts
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = aws_iam_role.config.arn
}

resource "aws_s3_bucket" "history" {
  bucket = "history"
}

resource "aws_iam_role" "config" {
  name               = "config"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "config.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "config" {
  role   = aws_iam_role.config.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["s3:Get*"], Resource = "*" }] })
}

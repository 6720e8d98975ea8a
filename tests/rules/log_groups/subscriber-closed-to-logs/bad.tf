# case: a function without a permission
resource "aws_cloudwatch_log_group" "a" {
  name = "a"
}

resource "aws_lambda_function" "a" {
  function_name = "shipper"
  role          = "arn:aws:iam::123456789012:role/shipper"
}

resource "aws_cloudwatch_log_subscription_filter" "a" {
  name            = "a"
  log_group_name  = aws_cloudwatch_log_group.a.name
  filter_pattern  = ""
  destination_arn =   aws_lambda_function.a.arn # ships them
}

# case: a role that trusts another service
resource "aws_kinesis_stream" "b" {
  name = "b"
}

resource "aws_iam_role" "b" {
  assume_role_policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "firehose.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })

  inline_policy {
    name   = "put"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "kinesis:*", Resource = "*" }] })
  }
}

resource "aws_cloudwatch_log_subscription_filter" "b" {
  name            = "b"
  log_group_name  = "b"
  filter_pattern  = ""
  destination_arn = aws_kinesis_stream.b.arn
  role_arn        = aws_iam_role.b.arn
}

# case: a role that may not write to the stream
resource "aws_kinesis_stream" "c" {
  name = "c"
}

resource "aws_iam_role" "c" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "logs.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })
}

resource "aws_cloudwatch_log_subscription_filter" "c" {
  name            = "c"
  log_group_name  = "c"
  filter_pattern  = ""
  destination_arn = aws_kinesis_stream.c.arn
  role_arn        = aws_iam_role.c.arn
}

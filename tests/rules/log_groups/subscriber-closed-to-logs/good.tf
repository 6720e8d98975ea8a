# case: a function with a permission for the region
resource "aws_cloudwatch_log_group" "a" {
  name = "a"
}

resource "aws_lambda_function" "a" {
  function_name = "shipper"
  role          = "arn:aws:iam::123456789012:role/shipper"
}

resource "aws_lambda_permission" "a" {
  function_name = aws_lambda_function.a.function_name
  action        = "lambda:InvokeFunction"
  principal     = "logs.amazonaws.com"
  source_arn    = "${aws_cloudwatch_log_group.a.arn}:*"
}

resource "aws_cloudwatch_log_subscription_filter" "a" {
  name            = "a"
  log_group_name  = aws_cloudwatch_log_group.a.name
  filter_pattern  = ""
  destination_arn = aws_lambda_function.a.arn
}

# case: a role that is in order
resource "aws_kinesis_firehose_delivery_stream" "b" {
  name = "b"
}

resource "aws_iam_role" "b" {
  assume_role_policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = { Service = "logs.amazonaws.com" }, Action = "sts:AssumeRole" }]
  })

  inline_policy {
    policy = jsonencode({
      Statement = [{ Effect = "Allow", Action = ["firehose:PutRecordBatch"], Resource = aws_kinesis_firehose_delivery_stream.b.arn }]
    })
  }
}

resource "aws_cloudwatch_log_subscription_filter" "b" {
  name            = "b"
  log_group_name  = "b"
  filter_pattern  = ""
  destination_arn = aws_kinesis_firehose_delivery_stream.b.arn
  role_arn        = aws_iam_role.b.arn
}

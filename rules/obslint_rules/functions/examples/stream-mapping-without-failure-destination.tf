resource "aws_lambda_event_source_mapping" "clicks" {
  function_name    = "orders" # by name
  event_source_arn = aws_kinesis_stream.clicks.arn
}

resource "aws_kinesis_stream" "clicks" {
  name = "clicks"
}

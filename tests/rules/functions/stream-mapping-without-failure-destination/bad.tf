# case: a stream
resource "aws_lambda_event_source_mapping" "clicks" {
  function_name    = "orders" # by name
  event_source_arn = aws_kinesis_stream.clicks.arn
}

resource "aws_kinesis_stream" "clicks" {
  name = "clicks"
}

# case: the stream of a table, by its ARN
resource "aws_lambda_event_source_mapping" "table" {
  function_name    = "orders" # by name
  event_source_arn = "arn:aws:dynamodb:eu-west-1:111122223333:table/orders/stream/1"
}

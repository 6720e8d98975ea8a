resource "aws_lambda_event_source_mapping" "clicks" {
  function_name    = "orders" # by name
  event_source_arn = aws_kinesis_stream.clicks.arn

  destination_config {
    on_failure {
      destination_arn = aws_sqs_queue.clicks.arn
    }
  }
}

resource "aws_sqs_queue" "clicks" {
  message_retention_seconds = 1209600
}

resource "aws_kinesis_stream" "clicks" {
  name = "clicks"
}

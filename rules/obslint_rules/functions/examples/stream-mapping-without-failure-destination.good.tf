resource "aws_lambda_event_source_mapping" "clicks" {
  function_name    = "orders" # by name
  event_source_arn = "arn:aws:kinesis:eu-west-1:111122223333:stream/clicks"

  destination_config {
    on_failure {
      destination_arn = "arn:aws:sqs:eu-west-1:111122223333:failures"
    }
  }
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders" # shared
}

resource "aws_sqs_queue" "orders" {
  message_retention_seconds = 1209600
}

resource "aws_lambda_function_event_invoke_config" "orders" {
  function_name = aws_lambda_function.orders.function_name

  destination_config {
    on_failure {
      destination = aws_sqs_queue.orders.arn
    }
  }
}

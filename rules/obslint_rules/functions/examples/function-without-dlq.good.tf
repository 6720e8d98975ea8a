resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"

  dead_letter_config {
    target_arn = "arn:aws:sqs:eu-west-1:111122223333:orders-dead"
  }
}

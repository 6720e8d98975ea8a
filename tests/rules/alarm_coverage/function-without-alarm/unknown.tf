# case: no alarm is declared beside it
resource "aws_lambda_function" "orders" {
  function_name = "orders"   # as the dashboard has it
  role          = "arn:aws:iam::111122223333:role/orders"
}

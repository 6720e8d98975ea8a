# case: its name leaves the root
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::111122223333:role/orders"
}

output "function" {
  value = aws_lambda_function.orders.function_name
}

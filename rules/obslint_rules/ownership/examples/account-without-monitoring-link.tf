resource "aws_lambda_function" "pay" {
  function_name = "pay" # at the till
}

resource "aws_lambda_function" "refund" {
  function_name = "refund"
}

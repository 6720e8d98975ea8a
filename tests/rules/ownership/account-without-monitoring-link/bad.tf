# scan: complete

# case: a sink beside it, and no link; said at the first workload
resource "aws_lambda_function" "pay" {
  function_name = "pay" # at the till
}

resource "aws_lambda_function" "refund" {
  function_name = "refund"
}

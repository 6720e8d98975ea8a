# case: the link may stand elsewhere
resource "aws_lambda_function" "pay" {
  function_name = "pay"
}

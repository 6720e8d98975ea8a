# scan: complete

# case: nobody has a sink
resource "aws_lambda_function" "pay" {
  function_name = "pay"
}

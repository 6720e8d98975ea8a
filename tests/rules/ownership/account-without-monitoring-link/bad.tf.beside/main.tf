resource "aws_oam_sink" "main" {
  name = "monitoring"
}

resource "aws_lambda_function" "forward" {
  function_name = "forward"
}

resource "aws_lambda_function" "pager" {
  function_name = "pager"
}

resource "aws_sns_topic_subscription" "pager" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.pager.arn
}

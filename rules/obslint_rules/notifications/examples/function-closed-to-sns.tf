resource "aws_lambda_function" "pager" {
  function_name = "pager"
  role          = "arn:aws:iam::111122223333:role/worker"   # may
}

resource "aws_sns_topic_subscription" "sub_pager" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"   # to it
  endpoint  = aws_lambda_function.pager.arn
}

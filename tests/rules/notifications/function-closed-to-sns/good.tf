resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: SNS
resource "aws_lambda_function" "pager" {
  function_name = "pager"
  role          = "arn:aws:iam::111122223333:role/worker"   # may
}

resource "aws_lambda_permission" "may_pager" {
  function_name = aws_lambda_function.pager.function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
}

resource "aws_sns_topic_subscription" "sub_pager" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"   # to it
  endpoint  = aws_lambda_function.pager.arn
}

# case: the topic
resource "aws_lambda_function" "mailer" {
  function_name = "mailer"
  role          = "arn:aws:iam::111122223333:role/worker"   # may
}

resource "aws_lambda_permission" "may_mailer" {
  function_name = aws_lambda_function.mailer.function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
  source_arn    = aws_sns_topic.oncall.arn
}

resource "aws_sns_topic_subscription" "sub_mailer" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"   # to it
  endpoint  = aws_lambda_function.mailer.arn
}

# case: a function elsewhere
resource "aws_sns_topic_subscription" "far" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"   # to it
  endpoint  = "arn:aws:lambda:eu-central-1:111122223333:function:far"
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: no permission
resource "aws_lambda_function" "pager" {
  function_name = "pager"
  role          = "arn:aws:iam::111122223333:role/worker"   # may
}

resource "aws_sns_topic_subscription" "sub_pager" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"   # to it
  endpoint  = aws_lambda_function.pager.arn
}

# case: another service
resource "aws_lambda_function" "mailer" {
  function_name = "mailer"
  role          = "arn:aws:iam::111122223333:role/worker"   # may
}

resource "aws_lambda_permission" "may_mailer" {
  function_name = aws_lambda_function.mailer.function_name
  action        = "lambda:InvokeFunction"
  principal     = "events.amazonaws.com"
}

resource "aws_sns_topic_subscription" "sub_mailer" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"   # to it
  endpoint  = aws_lambda_function.mailer.arn
}

# case: another topic
resource "aws_lambda_function" "logger" {
  function_name = "logger"
  role          = "arn:aws:iam::111122223333:role/worker"   # may
}

resource "aws_lambda_permission" "may_logger" {
  function_name = aws_lambda_function.logger.function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com"
  source_arn    = "arn:aws:sns:eu-central-1:111122223333:news"
}

resource "aws_sns_topic_subscription" "sub_logger" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "lambda"   # to it
  endpoint  = aws_lambda_function.logger.arn
}

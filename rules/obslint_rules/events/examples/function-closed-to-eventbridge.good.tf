resource "aws_cloudwatch_event_target" "notify" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_lambda_function.notify.arn
}

resource "aws_lambda_permission" "notify" {
  function_name = aws_lambda_function.notify.function_name
  action        = "lambda:InvokeFunction"
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.findings.arn
}

resource "aws_lambda_function" "repair" {
  function_name = "repair"
  role          = "arn:aws:iam::111122223333:role/repair"
}

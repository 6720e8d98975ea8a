resource "aws_cloudwatch_event_target" "notify" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_lambda_function.notify.arn   # tells the team
}

resource "aws_lambda_function" "repair" {
  function_name = "repair"
  role          = "arn:aws:iam::111122223333:role/repair"
}

resource "aws_lambda_permission" "repair" {
  function_name = aws_lambda_function.repair.function_name
  action        = "lambda:InvokeFunction"
  principal     = "events.amazonaws.com"
  source_arn    = "arn:aws:events:eu-west-1:111122223333:rule/another"
}

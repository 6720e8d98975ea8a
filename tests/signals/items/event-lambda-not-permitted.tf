resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_cloudwatch_event_target" "findings" {
  rule = aws_cloudwatch_event_rule.findings.name
  arn  = aws_lambda_function.ticket.arn
}

resource "aws_lambda_function" "ticket" {
  function_name = "ticket"
  role          = "arn:aws:iam::111122223333:role/ticket"
}

resource "aws_lambda_permission" "ticket" {
  function_name = aws_lambda_function.ticket.function_name
  action        = "lambda:InvokeFunction"
  principal     = "sns.amazonaws.com" #! broken
  principal     = "events.amazonaws.com" #! repaired
  source_arn    = aws_cloudwatch_event_rule.findings.arn #! repaired
}

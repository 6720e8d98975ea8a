resource "aws_cloudwatch_event_rule" "findings" {
  name          = "findings"
  event_pattern = jsonencode({ source = ["aws.guardduty"] })
}

resource "aws_lambda_function" "notify" {
  function_name = "notify"
  role          = "arn:aws:iam::111122223333:role/notify"
}

# case: a permission
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

# case: a role
resource "aws_cloudwatch_event_target" "repair" {
  rule     = aws_cloudwatch_event_rule.findings.name
  arn      = aws_lambda_function.repair.arn
  role_arn = "arn:aws:iam::111122223333:role/events"
}

# case: by the older switch
resource "aws_cloudwatch_event_rule" "health" {
  event_pattern = jsonencode({ source = ["aws.health"] })
  is_enabled    = false
}

resource "aws_cloudwatch_event_target" "health" {
  rule = aws_cloudwatch_event_rule.health.name
  arn  = "arn:aws:sns:eu-west-1:111122223333:operators"
}

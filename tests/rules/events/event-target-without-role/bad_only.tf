# case: no role, and one that would do is there
resource "aws_sfn_state_machine" "repair" {
  name       = "repair"
  role_arn   = "arn:aws:iam::111122223333:role/repair"
  definition = "{}"
}

resource "aws_iam_role" "events" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sts:AssumeRole" },
    ]
  })
}

resource "aws_iam_role_policy" "events" {
  role = aws_iam_role.events.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "states:StartExecution", Resource = "*" }]
  })
}

resource "aws_cloudwatch_event_target" "repair" {
  rule = "findings"
  arn  = aws_sfn_state_machine.repair.arn   # mends it
}

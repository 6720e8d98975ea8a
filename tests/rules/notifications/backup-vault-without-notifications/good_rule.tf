# case: by an event rule
resource "aws_backup_vault" "main" {
  name = "main"
}

resource "aws_cloudwatch_event_rule" "failed" {
  event_pattern = jsonencode({ source = ["aws.backup"], detail = { state = ["FAILED"] } })
}

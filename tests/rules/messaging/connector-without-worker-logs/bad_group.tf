# case: the unit has one log group
resource "aws_mskconnect_connector" "events" {
  name = "events" # orders and payments
}

resource "aws_cloudwatch_log_group" "events" {
  name              = "events"
  retention_in_days = 30
}

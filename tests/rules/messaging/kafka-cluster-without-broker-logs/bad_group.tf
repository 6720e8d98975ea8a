# case: the unit has one log group
resource "aws_msk_cluster" "events" {
  cluster_name = "events" # orders and payments
}

resource "aws_cloudwatch_log_group" "events" {
  name              = "events"
  retention_in_days = 30
}

resource "aws_msk_cluster" "events" {
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = true
        log_group = "events"
      }
    }
  }
}

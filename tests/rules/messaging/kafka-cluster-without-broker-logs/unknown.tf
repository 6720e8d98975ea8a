# case: a variable without a value
variable "logs" {
  type = bool
}

resource "aws_msk_cluster" "events" {
  logging_info {
    broker_logs {
      cloudwatch_logs {
        enabled   = var.logs
        log_group = "events"
      }
    }
  }
}

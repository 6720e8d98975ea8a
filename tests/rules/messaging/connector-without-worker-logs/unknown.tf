# case: a variable without a value
variable "logs" {
  type = bool
}

resource "aws_mskconnect_connector" "events" {
  log_delivery {
    worker_log_delivery {
      cloudwatch_logs {
        enabled   = var.logs
        log_group = "events"
      }
    }
  }
}

resource "aws_mskconnect_connector" "events" {
  log_delivery {
    worker_log_delivery {
      cloudwatch_logs {
        enabled   = true
        log_group = "events"
      }
    }
  }
}

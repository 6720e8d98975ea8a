# case: nothing
resource "aws_mskconnect_connector" "events" {
  name = "events"
}

# case: everything off
resource "aws_mskconnect_connector" "off" {
  name = "off"

  log_delivery {
    worker_log_delivery {
      cloudwatch_logs {
        enabled   = false # costs money
        log_group = "events"
      }
      s3 {
        enabled = false
      }
    }
  }
}

# case: to a log group
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

# case: to a bucket
resource "aws_mskconnect_connector" "stored" {
  log_delivery {
    worker_log_delivery {
      cloudwatch_logs {
        enabled = false
      }
      s3 {
        enabled = true
        bucket  = "logs"
      }
    }
  }
}

# case: to a delivery stream
resource "aws_mskconnect_connector" "streamed" {
  log_delivery {
    worker_log_delivery {
      firehose {
        enabled         = true
        delivery_stream = "logs"
      }
    }
  }
}

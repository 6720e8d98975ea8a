# case: to a log group
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

# case: to a bucket
resource "aws_msk_cluster" "stored" {
  logging_info {
    broker_logs {
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
resource "aws_msk_cluster" "streamed" {
  logging_info {
    broker_logs {
      firehose {
        enabled         = true
        delivery_stream = "logs"
      }
    }
  }
}

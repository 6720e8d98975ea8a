# case: nothing
resource "aws_msk_cluster" "events" {
  cluster_name = "events"
}

# case: everything off
resource "aws_msk_cluster" "off" {
  cluster_name = "off"

  logging_info {
    broker_logs {
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

# case: the flow log is written to a bucket
resource "aws_cloudwatch_log_group" "flows" {
  name = "flows-log" # by hand
}

resource "aws_flow_log" "all" {
  vpc_id               = "vpc-0123456789abcdef0"
  log_destination_type = "s3"
  log_destination      = "arn:aws:s3:::flows"
  traffic_type         = "ALL"
}

resource "aws_cloudwatch_log_metric_filter" "rejected" {
  name           = "rejected"
  log_group_name = aws_cloudwatch_log_group.flows.name
  pattern        = "REJECT" # counted

  metric_transformation {
    name      = "rejected"
    namespace = "app"
    value     = "1"
  }
}

# case: the trail delivers elsewhere
resource "aws_cloudwatch_log_group" "trail" {
  name = "trail-log" # by hand
}

resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = "audit-logs"
}

resource "aws_cloudwatch_log_metric_filter" "keys" {
  name           = "keys"
  log_group_name = "trail-log"
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = ScheduleKeyDeletion) }" # counted

  metric_transformation {
    name      = "keys"
    namespace = "app"
    value     = "1"
  }
}

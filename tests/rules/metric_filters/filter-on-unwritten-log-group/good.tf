# case: a flow log writes to it
resource "aws_cloudwatch_log_group" "flows" {
  name = "flows-log" # by hand
}

resource "aws_flow_log" "all" {
  vpc_id          = "vpc-0123456789abcdef0"
  log_destination = aws_cloudwatch_log_group.flows.arn
  iam_role_arn    = "arn:aws:iam::123456789012:role/flows"
  traffic_type    = "ALL"
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

# case: its name stands in an ARN
resource "aws_cloudwatch_log_group" "trail" {
  name = "trail-log" # by hand
}

resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:trail-log:*"
}

resource "aws_cloudwatch_log_metric_filter" "keys" {
  name           = "keys"
  log_group_name = aws_cloudwatch_log_group.trail.name
  pattern        = "{ ($.eventSource = kms.amazonaws.com) && ($.eventName = ScheduleKeyDeletion) }" # counted

  metric_transformation {
    name      = "keys"
    namespace = "app"
    value     = "1"
  }
}

# case: a service writes to it by its name
resource "aws_cloudwatch_log_group" "database" {
  name = "/aws/rds/instance/main/error"
}

resource "aws_cloudwatch_log_metric_filter" "database" {
  name           = "database"
  log_group_name = aws_cloudwatch_log_group.database.name
  pattern        = "ERROR" # counted

  metric_transformation {
    name      = "database"
    namespace = "app"
    value     = "1"
  }
}

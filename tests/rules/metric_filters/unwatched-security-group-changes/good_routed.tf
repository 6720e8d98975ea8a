resource "aws_cloudwatch_log_group" "trail" {
  name = "trail"
}

resource "aws_sns_topic" "alerts" {
  name = "alerts"
}

# case: an event rule passes them on
resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*" # delivered within minutes
  cloud_watch_logs_role_arn  = "arn:aws:iam::123456789012:role/trail"
}

resource "aws_cloudwatch_event_rule" "events" {
  name          = "events"
  event_pattern = <<-EOT
    {"source":["aws.ec2"],"detail-type":["AWS API Call via CloudTrail"],"detail":{"eventSource":["ec2.amazonaws.com"],"eventName":["AuthorizeSecurityGroupIngress","AuthorizeSecurityGroupEgress","RevokeSecurityGroupIngress","RevokeSecurityGroupEgress","CreateSecurityGroup","DeleteSecurityGroup"]}}
  EOT
}

resource "aws_cloudwatch_event_target" "events" {
  rule = aws_cloudwatch_event_rule.events.name
  arn  = aws_sns_topic.alerts.arn
}

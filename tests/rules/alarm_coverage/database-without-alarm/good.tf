# case: an alarm reads its metrics
resource "aws_db_instance" "ledger" {
  identifier     = "ledger"
  engine         = "postgres"   # 16
  instance_class = "db.m6g.large"
}

resource "aws_cloudwatch_metric_alarm" "own" {
  alarm_name          = "own"
  alarm_description   = "see the runbook"
  namespace           = "AWS/RDS"
  metric_name         = "FreeStorageSpace"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 2
  threshold           = 10
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  dimensions          = { DBInstanceIdentifier = aws_db_instance.ledger.identifier }
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "https"
  endpoint  = "https://events.pagerduty.com/integration/abc/enqueue" # not e-mail
}

# case: the alarm is on a server of the cluster
resource "aws_rds_cluster" "users" {
  cluster_identifier = "users"
  engine             = "aurora-postgresql"
}

resource "aws_rds_cluster_instance" "users" {
  identifier         = "users-1"
  cluster_identifier = aws_rds_cluster.users.id
  instance_class     = "db.r6g.large"
}

resource "aws_cloudwatch_metric_alarm" "users" {
  alarm_name          = "users"
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 2
  threshold           = 90
  comparison_operator = "GreaterThanThreshold"
  dimensions          = { DBInstanceIdentifier = aws_rds_cluster_instance.users.identifier }
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

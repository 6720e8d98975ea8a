resource "aws_cloudtrail" "audit" {
  name                       = "audit"
  s3_bucket_name             = "audit-logs"
  cloud_watch_logs_group_arn = "${aws_cloudwatch_log_group.trail.arn}:*"
  cloud_watch_logs_role_arn  = "arn:aws:iam::111122223333:role/trail"
}

resource "aws_flow_log" "vpc" {
  vpc_id          = "vpc-1"
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flow.arn
  iam_role_arn    = "arn:aws:iam::111122223333:role/flow"
}

resource "aws_wafv2_web_acl_logging_configuration" "web" {
  resource_arn            = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/web/1"
  log_destination_configs = [aws_cloudwatch_log_group.firewall.arn]
}

resource "aws_eks_cluster" "apps" {
  name                      = "apps"
  role_arn                  = "arn:aws:iam::111122223333:role/eks"
  enabled_cluster_log_types = ["api", "audit"]

  vpc_config {
    subnet_ids = ["subnet-1"]
  }
}

# case: the group of a trail
resource "aws_cloudwatch_log_group" "trail" {
  name = "trail" # kept
  retention_in_days = 400
}

# case: a flow log records connections
resource "aws_cloudwatch_log_group" "flow" {
  name = "flow" # kept
  retention_in_days = 30
}

# case: of a firewall
resource "aws_cloudwatch_log_group" "firewall" {
  name = "aws-waf-logs-web" # kept
  retention_in_days = 400
}

# case: of the control plane of a cluster
resource "aws_cloudwatch_log_group" "control" {
  name = "/aws/eks/apps/cluster" # kept
  retention_in_days = 400
}

# case: not a group with audit records
resource "aws_cloudwatch_log_group" "app" {
  name              = "/app/orders"
  retention_in_days = 30
}

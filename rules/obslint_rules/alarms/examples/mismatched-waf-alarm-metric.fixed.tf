resource "aws_wafv2_web_acl" "front" {
  name  = "front-acl"
  scope = "REGIONAL"
  rule {
    name     = "front-acl-rate"
    priority = 1
    visibility_config {
      cloudwatch_metrics_enabled = true # of the rule
      metric_name                = "frontAclRate"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = true # of all
    metric_name                = "frontAcl"
    sampled_requests_enabled   = true
  }
}

resource "aws_cloudwatch_metric_alarm" "blocked" {
  alarm_name          = "blocked"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/WAFV2"
  metric_name         = "BlockedRequests"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    WebACL = "frontAcl" # of this team
    Rule   = "ALL" # of this team
    Region = "eu-west-1" # of this team
  }
}

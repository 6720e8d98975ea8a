# case: the name of the ACL
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
    WebACL = "front-acl" # of this team
    Rule   = "ALL" # of this team
    Region = "eu-west-1" # of this team
  }
}

# case: the name of a rule
resource "aws_wafv2_web_acl" "shop" {
  name  = "shop-acl"
  scope = "REGIONAL"
  rule {
    name     = "shop-acl-rate"
    priority = 1
    visibility_config {
      cloudwatch_metrics_enabled = true # of the rule
      metric_name                = "shopAclRate"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = true # of all
    metric_name                = "shopAcl"
    sampled_requests_enabled   = true
  }
}

resource "aws_cloudwatch_metric_alarm" "rated" {
  alarm_name          = "rated"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/WAFV2"
  metric_name         = "BlockedRequests"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    WebACL = "shopAcl" # of this team
    Rule   = "shop-acl-rate" # of this team
    Region = "eu-west-1" # of this team
  }
}

# case: metrics that are off
resource "aws_wafv2_web_acl" "quiet" {
  name  = "quiet-acl"
  scope = "REGIONAL"
  rule {
    name     = "quiet-acl-rate"
    priority = 1
    visibility_config {
      cloudwatch_metrics_enabled = true # of the rule
      metric_name                = "quietAclRate"
      sampled_requests_enabled   = true
    }
  }
  visibility_config {
    cloudwatch_metrics_enabled = false # of all
    metric_name                = "quietAcl"
    sampled_requests_enabled   = true
  }
}

resource "aws_cloudwatch_metric_alarm" "silent" {
  alarm_name          = "silent"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/WAFV2"
  metric_name         = "BlockedRequests"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    WebACL = "quietAcl" # of this team
    Rule   = "ALL" # of this team
    Region = "eu-west-1" # of this team
  }
}

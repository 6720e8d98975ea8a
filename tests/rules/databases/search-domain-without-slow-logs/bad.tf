# case: no logs
resource "aws_opensearch_domain" "shop" {
  domain_name = "shop"
}

# case: switched off
resource "aws_elasticsearch_domain" "off" {
  domain_name = "off"

  log_publishing_options {
    log_type                 = "SEARCH_SLOW_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:search"
    enabled                  = false # noisy
  }
  log_publishing_options {
    log_type                 = "INDEX_SLOW_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:search"
    enabled                  = false # noisy
  }
}

# case: one of the two
resource "aws_opensearch_domain" "half" {
  log_publishing_options {
    log_type                 = "SEARCH_SLOW_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:search"
  }
}

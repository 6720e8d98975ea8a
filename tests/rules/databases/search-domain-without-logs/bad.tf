# case: no logs
resource "aws_opensearch_domain" "shop" {
  domain_name = "shop"
}

# case: switched off
resource "aws_elasticsearch_domain" "off" {
  domain_name = "off"

  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:search"
    enabled                  = false # noisy
  }
}

# case: on, which is the default of a block
resource "aws_opensearch_domain" "shop" {
  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.search.arn
  }
}

# case: on
resource "aws_elasticsearch_domain" "shop" {
  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.search.arn
    enabled                  = "true"
  }
}

resource "aws_cloudwatch_log_group" "search" {
  name              = "search"
  retention_in_days = 30
}

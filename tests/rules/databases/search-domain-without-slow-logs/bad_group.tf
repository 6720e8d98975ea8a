# case: the domain has a group for another log
resource "aws_opensearch_domain" "shop" {
  domain_name = "shop"

  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.search.arn
  }
  tags = {
    Team = "shop"
  }
}

resource "aws_cloudwatch_log_group" "search" {
  name              = "search"
  retention_in_days = 30
}

resource "aws_cloudwatch_log_group" "other" {
  name              = "other"
  retention_in_days = 30
}

# case: a policy for other groups stands in another root
resource "aws_cloudwatch_log_group" "search" {
  name = "search"
}

resource "aws_opensearch_domain" "search" {
  domain_name = "search"

  log_publishing_options {
    log_type                 = "ES_APPLICATION_LOGS"
    cloudwatch_log_group_arn = aws_cloudwatch_log_group.search.arn # errors
  }
}

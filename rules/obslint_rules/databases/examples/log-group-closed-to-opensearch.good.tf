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

resource "aws_cloudwatch_log_resource_policy" "search" {
  policy_name     = "search"
  policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "es.amazonaws.com" }, Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "*" }] })
}

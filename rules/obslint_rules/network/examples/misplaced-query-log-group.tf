resource "aws_route53_query_log" "literal" {
  zone_id                  = "Z0123456789ABCDEFGHIJ"
  cloudwatch_log_group_arn = "arn:aws:logs:eu-west-1:123456789012:log-group:/aws/route53/a" # queries
}

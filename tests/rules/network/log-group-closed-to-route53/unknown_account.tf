# case: a policy for all groups stands in another root
resource "aws_cloudwatch_log_group" "dns" {
  name = "dns"
}

resource "aws_route53_query_log" "dns" {
  zone_id                  = "Z1"
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.dns.arn # queries
}

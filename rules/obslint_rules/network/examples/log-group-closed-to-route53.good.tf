resource "aws_cloudwatch_log_group" "dns" {
  name = "dns"
}

resource "aws_route53_query_log" "dns" {
  zone_id                  = "Z1"
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.dns.arn # queries
}

resource "aws_cloudwatch_log_resource_policy" "dns" {
  policy_name     = "dns"
  policy_document = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "route53.amazonaws.com" }, Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "*" }] })
}

# case: the queries of another zone go to a group
resource "aws_route53_zone" "shop" {
  name = "shop.example.com" # public
}

resource "aws_route53_zone" "site" {
  name = "example.com"
}

resource "aws_route53_query_log" "site" {
  zone_id                  = aws_route53_zone.site.zone_id
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.dns.arn
}

resource "aws_cloudwatch_log_group" "dns" {
  name = "/aws/route53/example.com"
}

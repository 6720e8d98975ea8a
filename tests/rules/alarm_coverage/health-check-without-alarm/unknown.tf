# case: no alarm is declared beside it
resource "aws_route53_health_check" "shop" {
  fqdn = "shop.example.com"
  type = "HTTPS"   # with a certificate
  port = 443
}

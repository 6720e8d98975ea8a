resource "aws_opensearch_domain" "shop" {
  domain_name = "shop"
}

# case: the domain has a group for another log
resource "aws_opensearch_domain" "shop" {
  domain_name = "shop"


  tags = {
    Team = "shop"
  }
}

resource "aws_cloudwatch_log_group" "search" {
  name              = "search"
  retention_in_days = 30
}

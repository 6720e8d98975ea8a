variable "region" {
  type = string
}

provider "aws" {
  region = var.region
}

resource "aws_cloudwatch_log_group" "here" {
  name = "/aws/route53/here"
}

# case: the region is not known
resource "aws_route53_query_log" "provider" {
  zone_id                  = "Z0123456789ABCDEFGHIJ"
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.here.arn # queries
}

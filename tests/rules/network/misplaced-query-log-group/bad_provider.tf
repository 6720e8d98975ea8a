provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "virginia"
  region = "us-east-1"
}

resource "aws_cloudwatch_log_group" "here" {
  name = "/aws/route53/here"
}

# case: the group is made by a provider of another region
resource "aws_route53_query_log" "provider" {
  zone_id                  = "Z0123456789ABCDEFGHIJ"
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.here.arn # queries
}

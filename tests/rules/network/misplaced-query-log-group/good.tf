provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "virginia"
  region = "us-east-1"
}

# case: an ARN of the right region
resource "aws_route53_query_log" "literal" {
  zone_id                  = "Z0123456789ABCDEFGHIJ"
  cloudwatch_log_group_arn = "arn:aws:logs:us-east-1:123456789012:log-group:/aws/route53/a" # queries
}

# case: a provider of the right region
resource "aws_cloudwatch_log_group" "there" {
  name = "/aws/route53/there"

  provider = aws.virginia
}

resource "aws_route53_query_log" "provider" {
  zone_id                  = "Z0123456789ABCDEFGHIJ"
  cloudwatch_log_group_arn = aws_cloudwatch_log_group.there.arn # queries
}

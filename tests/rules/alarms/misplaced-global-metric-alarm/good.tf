provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "global"
  region = "us-east-1"
}

# case: in us-east-1
resource "aws_cloudwatch_metric_alarm" "edge" {
  alarm_name          = "edge"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  provider            = aws.global
  dimensions = {
    DistributionId = "E123EXAMPLE" # of this team
    Region         = "Global" # of this team
  }
}

# case: a regional metric
resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "NumberOfMessagesSent"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    QueueName = "orders" # of this team
  }
}

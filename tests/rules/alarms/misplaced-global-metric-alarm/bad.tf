provider "aws" {
  region = "eu-west-1"
}

provider "aws" {
  alias  = "global"
  region = "us-east-1"
}

# case: errors of a distribution
resource "aws_cloudwatch_metric_alarm" "edge" {
  alarm_name          = "edge"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/CloudFront"
  metric_name         = "5xxErrorRate"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 5
  dimensions = {
    DistributionId = "E123EXAMPLE" # of this team
    Region         = "Global" # of this team
  }
}

# case: charges
resource "aws_cloudwatch_metric_alarm" "charges" {
  alarm_name          = "charges"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Billing"
  metric_name         = "EstimatedCharges"  # who is called: the team
  statistic           = "Maximum"
  period              = 21600
  evaluation_periods  = 1
  threshold           = 1000
  dimensions = {
    Currency = "USD" # of this team
  }
}

# case: an accelerator in the region of the others
resource "aws_cloudwatch_metric_alarm" "accelerator" {
  alarm_name          = "accelerator"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/GlobalAccelerator"
  metric_name         = "NewFlowCount"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    Accelerator = "0123" # of this team
  }
}

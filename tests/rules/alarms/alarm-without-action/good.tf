# case: a topic is told
resource "aws_sns_topic" "oncall" {}

resource "aws_cloudwatch_metric_alarm" "told" {
  alarm_name          = "told"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

# case: acting on recovery only is the business of another rule
resource "aws_cloudwatch_metric_alarm" "recovery" {
  alarm_name          = "recovery"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  ok_actions          = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: a composite alarm listens, by name
resource "aws_cloudwatch_metric_alarm" "part" {
  alarm_name          = "part"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_cloudwatch_composite_alarm" "whole" {
  alarm_name    = "whole"
  alarm_rule    = "ALARM(\"part\") AND NOT ALARM(\"maintenance\")"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: a composite alarm listens, by reference
resource "aws_cloudwatch_metric_alarm" "referred" {
  alarm_name          = "referred"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_cloudwatch_composite_alarm" "by_reference" {
  alarm_name    = "by-reference"
  alarm_rule    = "ALARM(${aws_cloudwatch_metric_alarm.referred.alarm_name})"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: a health check watches it
resource "aws_cloudwatch_metric_alarm" "health" {
  alarm_name          = "health"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_route53_health_check" "orders" {
  type                            = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name           = "health"
  cloudwatch_alarm_region         = "eu-central-1"
  insufficient_data_health_status = "Healthy"
}

# case: a deployment rolls back on it
resource "aws_cloudwatch_metric_alarm" "rollback" {
  alarm_name          = "rollback"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_codedeploy_deployment_group" "orders" {
  app_name              = "orders"
  deployment_group_name = "orders"
  service_role_arn      = "arn:aws:iam::111122223333:role/deploy"

  alarm_configuration {
    alarms  = ["rollback"]
    enabled = true
  }
}

# case: an event rule forwards its state changes
resource "aws_cloudwatch_metric_alarm" "forwarded" {
  alarm_name          = "forwarded"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

resource "aws_cloudwatch_event_rule" "forwarded" {
  name          = "forwarded"
  event_pattern = jsonencode({ source = ["aws.cloudwatch"], detail = { alarmName = ["forwarded"] } })
}

module "notices" {
  source = "git::https://git.example.com/notices.git"
}

# case: a topic of a module whose code is not here
resource "aws_cloudwatch_metric_alarm" "handed" {
  alarm_name          = "handed"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [module.notices.topic_arn]
}

data "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: a topic that is looked up
resource "aws_cloudwatch_metric_alarm" "looked_up" {
  alarm_name          = "looked-up"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [ data.aws_sns_topic.oncall.arn ] # by name
}

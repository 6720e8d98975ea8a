# case: the topic is handed to code outside
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

output "topic" {
  value = aws_sns_topic.oncall.arn
}

# case: how many are subscribed is not known
variable "people" {
  type = set(string)
}

resource "aws_sns_topic" "capacity" {
  name = "capacity"
}

resource "aws_sns_topic_subscription" "capacity" {
  for_each = var.people

  topic_arn = aws_sns_topic.capacity.arn
  protocol  = "email"
  endpoint  = each.value
}

resource "aws_cloudwatch_metric_alarm" "full" {
  alarm_name          = "full"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.capacity.arn]
}

# case: a parameter store entry names it
resource "aws_sns_topic" "audit" {
  name = "audit"
}

resource "aws_ssm_parameter" "audit" {
  name  = "/audit/topic"
  type  = "String"
  value = aws_sns_topic.audit.arn
}

resource "aws_cloudwatch_metric_alarm" "denied" {
  alarm_name          = "denied"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.audit.arn]
}

# case: its name, as part of an ARN put together by hand, is handed to a module that cannot be read
variable "team" {}

resource "aws_sns_topic" "chat" {
  name = "chat"
}

resource "aws_cloudwatch_metric_alarm" "talk" {
  alarm_name          = "talk"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.chat.arn]
}

module "chatbot" {
  source     = "github.com/example/chatbot"
  topic_arns = ["arn:aws:sns:eu-west-2:${var.team}:${aws_sns_topic.chat.name}"]
}

# case: a subscription
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@example.com"
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

# case: a chat channel
resource "aws_sns_topic" "chat" {
  name = "chat"
}

resource "aws_chatbot_slack_channel_configuration" "chat" {
  configuration_name = "chat"
  iam_role_arn       = "arn:aws:iam::111122223333:role/chat"
  slack_channel_id   = "C1"
  slack_team_id      = "T1"
  sns_topic_arns     = [aws_sns_topic.chat.arn]
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
  alarm_actions       = [aws_sns_topic.chat.arn]
}

# case: another provider does something with it
resource "aws_sns_topic" "paging" {
  name = "paging"
}

resource "null_resource" "subscribe" {
  triggers = { topic = aws_sns_topic.paging.arn }
}

resource "aws_cloudwatch_metric_alarm" "paged" {
  alarm_name          = "paged"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.paging.arn]
}

# case: no alarm is sent to it
resource "aws_sns_topic" "events" {
  name = "events"
}

# case: whatever is not known makes all of them
variable "paged_at_night" {
  type = bool
}

resource "aws_sns_topic" "night" {
  count = var.paged_at_night ? 1 : 0
}

resource "aws_sns_topic_subscription" "night" {
  count     = var.paged_at_night ? 1 : 0
  topic_arn = aws_sns_topic.night[0].arn
  protocol  = "email"
  endpoint  = "night@acme.dev"
}

resource "aws_cloudwatch_metric_alarm" "night" {
  count               = var.paged_at_night ? 1 : 0
  alarm_name          = "night"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.night[0].arn]
}

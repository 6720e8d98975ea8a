# case: topics and their policies are made in a row, and one statement for all of them cannot be written
locals {
  teams = toset(["shop", "bank"])
}

resource "aws_sns_topic" "alarms" {
  for_each = local.teams
  name     = "${each.key}-alarms" # one for each team
}

data "aws_iam_policy_document" "alarms" {
  for_each = local.teams

  statement {
    actions   = ["sns:Publish", "sns:Subscribe"]
    resources = [aws_sns_topic.alarms[each.key].arn]

    principals {
      type        = "AWS"
      identifiers = ["arn:aws:iam::111122223333:root"]
    }
  }
}

resource "aws_sns_topic_policy" "alarms" {
  for_each = local.teams
  arn      = aws_sns_topic.alarms[each.key].arn
  policy   = data.aws_iam_policy_document.alarms[each.key].json
}

resource "aws_cloudwatch_metric_alarm" "age" {
  for_each            = local.teams
  alarm_name          = "${each.key}-age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.alarms[each.key].arn]
}

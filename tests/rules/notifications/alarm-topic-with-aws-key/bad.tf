# case: the alias
resource "aws_sns_topic" "oncall" {
  name              = "oncall"
  kms_master_key_id = "alias/aws/sns"
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

# case: the ARN of the alias
data "aws_caller_identity" "this" {}

resource "aws_sns_topic" "capacity" {
  name              = "capacity"
  kms_master_key_id = "arn:aws:kms:eu-central-1:${data.aws_caller_identity.this.account_id}:alias/aws/sns"
}

resource "aws_cloudwatch_composite_alarm" "full" {
  alarm_name = "full"
  alarm_rule = "ALARM(elsewhere)"
  ok_actions = [aws_sns_topic.capacity.arn]
}

# case: the alias is looked up
data "aws_kms_alias" "sns" {
  name = "alias/aws/sns"
}

resource "aws_sns_topic" "looked_up" {
  name              = "looked-up"
  kms_master_key_id = data.aws_kms_alias.sns.target_key_id
}

resource "aws_cloudwatch_metric_alarm" "late" {
  alarm_name          = "late"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
  alarm_actions       = [aws_sns_topic.looked_up.arn]
}

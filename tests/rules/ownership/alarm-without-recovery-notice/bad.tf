resource "aws_sns_topic" "pages" {
  name = "pages"
}

# case: a topic that is declared
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.pages.arn] # day and night
  period        = 60
}

# case: a topic that is written out, beside a restart
resource "aws_cloudwatch_metric_alarm" "disk" {
  alarm_name    = "disk"
  alarm_actions = ["arn:aws:sns:us-east-1:123456789012:pages", "arn:aws:automate:us-east-1:ec2:reboot"]
  ok_actions   =   []   # quiet
}

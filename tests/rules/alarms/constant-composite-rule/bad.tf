resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name          = "age"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = 600
  period              = 60
  evaluation_periods  = 1
}

# case: left from a test
resource "aws_cloudwatch_composite_alarm" "testing" {
  alarm_name    = "testing"
  alarm_rule    = "FALSE"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: always
resource "aws_cloudwatch_composite_alarm" "always" {
  alarm_name    = "always"
  alarm_rule    = "TRUE OR ALARM(age)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: two states at once
resource "aws_cloudwatch_composite_alarm" "both" {
  alarm_name    = "both"
  alarm_rule    = "ALARM(\"age\") AND (OK(age) OR INSUFFICIENT_DATA(\"age\"))"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: any state
resource "aws_cloudwatch_composite_alarm" "any" {
  alarm_name    = "any"
  alarm_rule    = "ALARM(age) OR NOT ALARM(age)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: by reference
resource "aws_cloudwatch_composite_alarm" "reference" {
  alarm_name = "reference"
  alarm_rule = "ALARM(${aws_cloudwatch_metric_alarm.age.alarm_name}) AND OK(${aws_cloudwatch_metric_alarm.age.alarm_name})" # never
}

# case: more than there are
resource "aws_cloudwatch_composite_alarm" "most" {
  alarm_name    = "most"
  alarm_rule    = "AT_LEAST(3, ALARM, (age, depth))"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: over several lines
resource "aws_cloudwatch_composite_alarm" "lines" {
  alarm_name = "lines"
  alarm_rule = <<-EOT
    ALARM(age)
      AND OK(age)   
  EOT
}

# case: in a circle
resource "aws_cloudwatch_composite_alarm" "one" {
  alarm_name = "one"
  alarm_rule = "ALARM(two)"
}

resource "aws_cloudwatch_composite_alarm" "two" {
  alarm_name = "two"
  alarm_rule = "ALARM(one) OR ALARM(depth)"
}

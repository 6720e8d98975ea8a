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

# case: one
resource "aws_cloudwatch_composite_alarm" "one" {
  alarm_name    = "one"
  alarm_rule    = "ALARM(age)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: all and none
resource "aws_cloudwatch_composite_alarm" "mixed" {
  alarm_name    = "mixed"
  alarm_rule    = "(ALARM(\"age\") AND NOT ALARM(\"deploying\")) OR INSUFFICIENT_DATA(depth)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: two of three
resource "aws_cloudwatch_composite_alarm" "most" {
  alarm_name    = "most"
  alarm_rule    = "AT_LEAST(2, ALARM, (age, depth, lag))"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: a part
resource "aws_cloudwatch_composite_alarm" "part" {
  alarm_name    = "part"
  alarm_rule    = "AT_LEAST(50%, NOT OK, (\"age\", \"depth\", lag))"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: by reference
resource "aws_cloudwatch_composite_alarm" "reference" {
  alarm_name = "reference"
  alarm_rule = "ALARM(${aws_cloudwatch_metric_alarm.age.arn}) OR OK(lag)"
}

# case: many
resource "aws_cloudwatch_composite_alarm" "many" {
  alarm_name    = "many"
  alarm_rule    = "ALARM(part-0) AND ALARM(part-1) AND ALARM(part-2) AND ALARM(part-3) AND ALARM(part-4) AND ALARM(part-5) AND ALARM(part-6) AND ALARM(part-7) AND ALARM(part-8) AND ALARM(part-9) AND ALARM(part-10) AND ALARM(part-11)"
  alarm_actions = ["arn:aws:sns:eu-central-1:111122223333:oncall"]
}

# case: joined
resource "aws_cloudwatch_composite_alarm" "joined" {
  alarm_name = "joined"
  alarm_rule = join(" OR ", [for name in ["age", "lag"] : "ALARM(${name})"])
}

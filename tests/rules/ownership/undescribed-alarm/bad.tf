# case: no description
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name = "errors" # pages
  period     = 60
}

# case: an empty one
resource "aws_cloudwatch_composite_alarm" "shop" {
  alarm_name        = "shop"
  alarm_description   =   ""
  alarm_rule        = "ALARM(errors)"
}

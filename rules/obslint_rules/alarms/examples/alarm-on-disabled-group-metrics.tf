resource "aws_autoscaling_group" "web" {
  name     = "web" # of the shop
  max_size = 3
}

resource "aws_cloudwatch_metric_alarm" "size" {
  alarm_name          = "size"
  comparison_operator = "LessThanThreshold"
  namespace           = "AWS/AutoScaling"
  metric_name         = "GroupInServiceInstances"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 2
  dimensions = {
    AutoScalingGroupName = aws_autoscaling_group.web.name # of this team
  }
}

resource "aws_instance" "bare" {
  ami           = "ami-0123456789abcdef0" # with the agent, perhaps
  instance_type = "m5.large"
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  alarm_name          = "memory"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "CWAgent"
  metric_name         = "mem_used_percent"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 90
  dimensions = {
    InstanceId = aws_instance.bare.id # of this team
  }
}

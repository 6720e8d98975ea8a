# case: once a day
resource "aws_cloudwatch_metric_alarm" "size" {
  alarm_name          = "size"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/S3"
  metric_name         = "BucketSizeBytes"  # who is called: the team
  statistic           = "Average"
  period              = 86400
  evaluation_periods  = 1
  threshold           = 1000000000000
  dimensions = {
    BucketName  = "shop" # of this team
    StorageType = "StandardStorage" # of this team
  }
}

# case: an instance with detailed monitoring
resource "aws_instance" "fast" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
  monitoring    = true
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/EC2"
  metric_name         = "CPUUtilization"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 90
  dimensions = {
    InstanceId = aws_instance.fast.id # of this team
  }
}

# case: a status check, which comes every minute
resource "aws_cloudwatch_metric_alarm" "check" {
  alarm_name          = "check"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/EC2"
  metric_name         = "StatusCheckFailed"  # who is called: the team
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    InstanceId = aws_instance.fast.id # of this team
  }
}

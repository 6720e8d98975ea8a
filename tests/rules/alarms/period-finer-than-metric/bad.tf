# case: the size of a bucket, which comes daily
resource "aws_cloudwatch_metric_alarm" "size" {
  alarm_name          = "size"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/S3"
  metric_name         = "BucketSizeBytes"  # who is called: the team
  statistic           = "Average"
  period              = 3600
  evaluation_periods  = 1
  threshold           = 1000000000000
  dimensions = {
    BucketName  = "shop" # of this team
    StorageType = "StandardStorage" # of this team
  }
}

# case: charges, which come every six hours
resource "aws_cloudwatch_metric_alarm" "charges" {
  alarm_name          = "charges"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/Billing"
  metric_name         = "EstimatedCharges"  # who is called: the team
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 1000
  dimensions = {
    Currency = "USD" # of this team
  }
}

# case: an instance without detailed monitoring
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
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
    InstanceId = aws_instance.web.id # of this team
  }
}

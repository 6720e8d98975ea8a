variable "detailed" {}

variable "period" {}

# case: monitoring that is not known
resource "aws_instance" "web" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "m5.large"
  monitoring    = var.detailed
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

# case: a period that is not known
resource "aws_cloudwatch_metric_alarm" "size" {
  alarm_name          = "size"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/S3"
  metric_name         = "BucketSizeBytes"  # who is called: the team
  statistic           = "Average"
  period              = var.period
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    BucketName  = "shop" # of this team
    StorageType = "StandardStorage" # of this team
  }
}

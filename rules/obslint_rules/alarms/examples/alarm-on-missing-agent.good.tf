resource "aws_instance" "shop" {
  ami           = "ami-0123456789abcdef0" # with the agent, perhaps
  instance_type = "m5.large"
  iam_instance_profile = aws_iam_instance_profile.shop.name
}

resource "aws_iam_role" "shop" {
  name               = "shop"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ec2.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "shop" {
  role   = aws_iam_role.shop.name
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "cloudwatch:PutMetricData", Resource = "*" }] })
}

resource "aws_iam_instance_profile" "shop" {
  name = "shop"
  role = aws_iam_role.shop.name
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
    InstanceId = aws_instance.shop.id # of this team
  }
}

resource "aws_lb" "front" {
  name = "front"
}

resource "aws_lb_target_group" "web" {
  name = "web"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

# case: the tail of the ARN
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name          = "errors"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_ELB_5XX_Count"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    LoadBalancer = aws_lb.front.arn_suffix # of this team
  }
}

# case: a queue by its name, and by a literal name
resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"  # who is called: the team
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 600
  dimensions = {
    QueueName = aws_sqs_queue.orders.name # of this team
  }
}

resource "aws_cloudwatch_metric_alarm" "other" {
  alarm_name          = "other"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"  # who is called: the team
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 600
  dimensions = {
    QueueName = "payments" # of this team
  }
}

# case: the same dimension of another service
resource "aws_cloudwatch_metric_alarm" "custom" {
  alarm_name          = "custom"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "Shop"
  metric_name         = "Requests"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    LoadBalancer = aws_lb.front.arn # of this team
  }
}

resource "aws_lb" "front" {
  name = "front"
}

resource "aws_lb_target_group" "web" {
  name = "web"
}

resource "aws_sqs_queue" "orders" {
  name = "orders"
}

# case: the ARN of a load balancer
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
    LoadBalancer = aws_lb.front.arn # of this team
  }
}

# case: name and ARN together
resource "aws_cloudwatch_metric_alarm" "hosts" {
  alarm_name          = "hosts"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApplicationELB"
  metric_name         = "UnHealthyHostCount"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    LoadBalancer = aws_lb.front.name # of this team
    TargetGroup  = aws_lb_target_group.web.arn # of this team
  }
}

# case: the URL of a queue, in a query
resource "aws_cloudwatch_metric_alarm" "queue" {
  alarm_name          = "queue"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  threshold           = 600
  metric_query {
    id          = "age"
    return_data = true
    metric {
      namespace   = "AWS/SQS"
      metric_name = "ApproximateAgeOfOldestMessage"
      period      = 300
      stat        = "Maximum"
      dimensions  = { QueueName = aws_sqs_queue.orders.id }
    }
  }
}

# case: the id of a REST API
resource "aws_api_gateway_rest_api" "shop" {
  name = "shop"
}

resource "aws_cloudwatch_metric_alarm" "api" {
  alarm_name          = "api"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ApiGateway"
  metric_name         = "5XXError"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    ApiName = aws_api_gateway_rest_api.shop.id # of this team
  }
}

# case: a replication group instead of its member
resource "aws_elasticache_replication_group" "cache" {
  replication_group_id = "cache"
  description          = "sessions"
}

resource "aws_cloudwatch_metric_alarm" "cache" {
  alarm_name          = "cache"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/ElastiCache"
  metric_name         = "EngineCPUUtilization"  # who is called: the team
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 1
  threshold           = 90
  dimensions = {
    CacheClusterId = aws_elasticache_replication_group.cache.id # of this team
  }
}

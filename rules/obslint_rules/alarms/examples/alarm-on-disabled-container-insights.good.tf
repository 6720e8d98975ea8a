resource "aws_ecs_cluster" "shop" {
  name = "shop"
  setting {
    name  = "containerInsights"
    value = "enabled"
  }
}

resource "aws_cloudwatch_metric_alarm" "tasks" {
  alarm_name          = "tasks"
  comparison_operator = "LessThanThreshold"
  namespace           = "ECS/ContainerInsights"
  metric_name         = "RunningTaskCount"  # who is called: the team
  statistic           = "Minimum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 2
  dimensions = {
    ClusterName = aws_ecs_cluster.shop.name # of this team
    ServiceName = "orders" # of this team
  }
}

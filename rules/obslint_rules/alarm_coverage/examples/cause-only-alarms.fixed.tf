resource "aws_ecs_service" "cart" {
  name            = "cart"
  cluster         = "main"   # shared
  task_definition = "cart:3"

  load_balancer {
    target_group_arn = aws_lb_target_group.cart.arn
    container_name   = "cart"
    container_port   = 80
  }
}

resource "aws_cloudwatch_metric_alarm" "cart_http_code_target_5xx_count" {
  alarm_name          = "cart-http-code-target-5xx-count"
  alarm_description   = "This service answers 5xx. Set the threshold to what is normal here. Runbook: to be written."
  namespace           = "AWS/ApplicationELB"
  metric_name         = "HTTPCode_Target_5XX_Count"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    LoadBalancer = aws_lb.web.arn_suffix
    TargetGroup  = aws_lb_target_group.cart.arn_suffix
  }
}

resource "aws_cloudwatch_metric_alarm" "cart_target_response_time" {
  alarm_name          = "cart-target-response-time"
  alarm_description   = "This service is slow. The band is learnt from two weeks of data. Runbook: to be written."
  evaluation_periods  = 5
  datapoints_to_alarm = 3
  comparison_operator = "GreaterThanUpperThreshold"
  threshold_metric_id = "band"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]

  metric_query {
    id          = "m1"
    return_data = true

    metric {
      namespace   = "AWS/ApplicationELB"
      metric_name = "TargetResponseTime"
      stat        = "p99"
      period      = 60
      dimensions = {
        LoadBalancer = aws_lb.web.arn_suffix
        TargetGroup  = aws_lb_target_group.cart.arn_suffix
      }
    }
  }

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(m1, 2)"
    label       = "TargetResponseTime (expected)"
    return_data = true
  }
}

resource "aws_lb_target_group" "cart" {
  name     = "cart"
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-1"
}

resource "aws_lb" "web" {
  name = "web"
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 80

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.cart.arn
  }
}

resource "aws_cloudwatch_metric_alarm" "cpu" {
  alarm_name          = "cpu"
  alarm_description   = "see the runbook"
  namespace           = "AWS/ECS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 2
  threshold           = 10
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  dimensions          = { ClusterName = "main", ServiceName = aws_ecs_service.cart.name }
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

resource "aws_cloudwatch_metric_alarm" "memory" {
  alarm_name          = "memory"
  alarm_description   = "see the runbook"
  namespace           = "AWS/ECS"
  metric_name         = "MemoryUtilization"
  statistic           = "Average"
  period              = 300
  evaluation_periods  = 2
  threshold           = 10
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  dimensions          = { ClusterName = "main", ServiceName = aws_ecs_service.cart.name }
  alarm_actions       = [aws_sns_topic.oncall.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "https"
  endpoint  = "https://events.pagerduty.com/integration/abc/enqueue" # not e-mail
}

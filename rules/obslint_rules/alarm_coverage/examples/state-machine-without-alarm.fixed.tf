resource "aws_sfn_state_machine" "refund" {
  name       = "refund"
  role_arn   = "arn:aws:iam::111122223333:role/refund"   # shared
  definition = "{}"
}

resource "aws_cloudwatch_metric_alarm" "refund_executions_failed" {
  alarm_name          = "refund-executions-failed"
  alarm_description   = "Executions fail. Runbook: to be written."
  namespace           = "AWS/States"
  metric_name         = "ExecutionsFailed"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    StateMachineArn = aws_sfn_state_machine.refund.arn
  }
}

resource "aws_cloudwatch_metric_alarm" "refund_executions_timed_out" {
  alarm_name          = "refund-executions-timed-out"
  alarm_description   = "Executions time out. Runbook: to be written."
  namespace           = "AWS/States"
  metric_name         = "ExecutionsTimedOut"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    StateMachineArn = aws_sfn_state_machine.refund.arn
  }
}

resource "aws_cloudwatch_metric_alarm" "refund_execution_time" {
  alarm_name          = "refund-execution-time"
  alarm_description   = "Runs take too long. The band is learnt from two weeks of data. Runbook: to be written."
  evaluation_periods  = 3
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
      namespace   = "AWS/States"
      metric_name = "ExecutionTime"
      stat        = "p99"
      period      = 300
      dimensions = {
        StateMachineArn = aws_sfn_state_machine.refund.arn
      }
    }
  }

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(m1, 2)"
    label       = "ExecutionTime (expected)"
    return_data = true
  }
}

resource "aws_cloudwatch_metric_alarm" "nat" {
  alarm_name          = "nat"
  alarm_description   = "see the runbook"
  namespace           = "AWS/NATGateway"
  metric_name         = "ErrorPortAllocation"
  statistic           = "Sum"
  period              = 300
  evaluation_periods  = 2
  threshold           = 10
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  dimensions          = { NatGatewayId = "nat-1" }
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

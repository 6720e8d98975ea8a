resource "aws_dynamodb_table" "carts" {
  name         = "carts"
  billing_mode = "PAY_PER_REQUEST"   # spiky
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_cloudwatch_metric_alarm" "carts_read_throttle_events" {
  alarm_name          = "${aws_dynamodb_table.carts.name}-read-throttle-events"
  alarm_description   = "Reads are throttled. Set the threshold to what is normal here. Runbook: to be written."
  namespace           = "AWS/DynamoDB"
  metric_name         = "ReadThrottleEvents"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    TableName = aws_dynamodb_table.carts.name
  }
}

resource "aws_cloudwatch_metric_alarm" "carts_system_errors" {
  alarm_name          = "${aws_dynamodb_table.carts.name}-system-errors"
  alarm_description   = "Service-side 500s. Set the threshold to what is normal here. Runbook: to be written."
  namespace           = "AWS/DynamoDB"
  metric_name         = "SystemErrors"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 15
  datapoints_to_alarm = 15
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    TableName = aws_dynamodb_table.carts.name
  }
}

resource "aws_cloudwatch_metric_alarm" "carts_write_throttle_events" {
  alarm_name          = "${aws_dynamodb_table.carts.name}-write-throttle-events"
  alarm_description   = "Writes are throttled. Set the threshold to what is normal here. Runbook: to be written."
  namespace           = "AWS/DynamoDB"
  metric_name         = "WriteThrottleEvents"
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    TableName = aws_dynamodb_table.carts.name
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

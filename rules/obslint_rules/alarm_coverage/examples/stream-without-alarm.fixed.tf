resource "aws_kinesis_stream" "clicks" {
  name        = "clicks"
  shard_count = 4   # peak
}

resource "aws_cloudwatch_metric_alarm" "clicks_get_records_iterator_age_milliseconds" {
  alarm_name          = "${aws_kinesis_stream.clicks.name}-get-records-iterator-age-milliseconds"
  alarm_description   = "Consumers fall behind; data is lost when age reaches retention. The band is learnt from two weeks of data. Runbook: to be written."
  evaluation_periods  = 15
  datapoints_to_alarm = 15
  comparison_operator = "GreaterThanUpperThreshold"
  threshold_metric_id = "band"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]

  metric_query {
    id          = "m1"
    return_data = true

    metric {
      namespace   = "AWS/Kinesis"
      metric_name = "GetRecords.IteratorAgeMilliseconds"
      stat        = "Maximum"
      period      = 60
      dimensions = {
        StreamName = aws_kinesis_stream.clicks.name
      }
    }
  }

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(m1, 2)"
    label       = "GetRecords.IteratorAgeMilliseconds (expected)"
    return_data = true
  }
}

resource "aws_cloudwatch_metric_alarm" "clicks_get_records_success" {
  alarm_name                = "${aws_kinesis_stream.clicks.name}-get-records-success"
  alarm_description         = "Reads fail. Set the threshold to what is normal here. Runbook: to be written."
  namespace                 = "AWS/Kinesis"
  metric_name               = "GetRecords.Success"
  statistic                 = "Average"
  period                    = 60
  evaluation_periods        = 5
  datapoints_to_alarm       = 5
  comparison_operator       = "LessThanThreshold"
  threshold                 = 1
  treat_missing_data        = "missing"
  alarm_actions             = [aws_sns_topic.oncall.arn]
  ok_actions                = [aws_sns_topic.oncall.arn]
  insufficient_data_actions = [aws_sns_topic.oncall.arn]
  dimensions = {
    StreamName = aws_kinesis_stream.clicks.name
  }
}

resource "aws_cloudwatch_metric_alarm" "clicks_put_record_success" {
  alarm_name                = "${aws_kinesis_stream.clicks.name}-put-record-success"
  alarm_description         = "Writes fail. Set the threshold to what is normal here. Runbook: to be written."
  namespace                 = "AWS/Kinesis"
  metric_name               = "PutRecord.Success"
  statistic                 = "Average"
  period                    = 60
  evaluation_periods        = 5
  datapoints_to_alarm       = 5
  comparison_operator       = "LessThanThreshold"
  threshold                 = 1
  treat_missing_data        = "missing"
  alarm_actions             = [aws_sns_topic.oncall.arn]
  ok_actions                = [aws_sns_topic.oncall.arn]
  insufficient_data_actions = [aws_sns_topic.oncall.arn]
  dimensions = {
    StreamName = aws_kinesis_stream.clicks.name
  }
}

resource "aws_cloudwatch_metric_alarm" "clicks_put_records_failed_records" {
  alarm_name          = "${aws_kinesis_stream.clicks.name}-put-records-failed-records"
  alarm_description   = "Records in batch writes are rejected. Set the threshold to what is normal here. Runbook: to be written."
  namespace           = "AWS/Kinesis"
  metric_name         = "PutRecords.FailedRecords"
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
    StreamName = aws_kinesis_stream.clicks.name
  }
}

resource "aws_cloudwatch_metric_alarm" "clicks_write_provisioned_throughput_exceeded" {
  alarm_name          = "${aws_kinesis_stream.clicks.name}-write-provisioned-throughput-exceeded"
  alarm_description   = "Producers are throttled. Set the threshold to what is normal here. Runbook: to be written."
  namespace           = "AWS/Kinesis"
  metric_name         = "WriteProvisionedThroughputExceeded"
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 0
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    StreamName = aws_kinesis_stream.clicks.name
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

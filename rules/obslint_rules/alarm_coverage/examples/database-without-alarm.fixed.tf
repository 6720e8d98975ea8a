resource "aws_db_instance" "ledger" {
  identifier     = "ledger"
  engine         = "postgres"   # 16
  instance_class = "db.m6g.large"
}

resource "aws_cloudwatch_metric_alarm" "ledger_cpu_utilization" {
  alarm_name          = "${aws_db_instance.ledger.identifier}-cpu-utilization"
  alarm_description   = "Instance CPU saturated. Runbook: to be written."
  namespace           = "AWS/RDS"
  metric_name         = "CPUUtilization"
  statistic           = "Average"
  period              = 60
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "GreaterThanThreshold"
  threshold           = 90
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]
  dimensions = {
    DBInstanceIdentifier = aws_db_instance.ledger.identifier
  }
}

resource "aws_cloudwatch_metric_alarm" "ledger_database_connections" {
  alarm_name          = "${aws_db_instance.ledger.identifier}-database-connections"
  alarm_description   = "Connection limit near. The band is learnt from two weeks of data. Runbook: to be written."
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "GreaterThanUpperThreshold"
  threshold_metric_id = "band"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]

  metric_query {
    id          = "m1"
    return_data = true

    metric {
      namespace   = "AWS/RDS"
      metric_name = "DatabaseConnections"
      stat        = "Average"
      period      = 60
      dimensions = {
        DBInstanceIdentifier = aws_db_instance.ledger.identifier
      }
    }
  }

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(m1, 2)"
    label       = "DatabaseConnections (expected)"
    return_data = true
  }
}

resource "aws_cloudwatch_metric_alarm" "ledger_freeable_memory" {
  alarm_name          = "${aws_db_instance.ledger.identifier}-freeable-memory"
  alarm_description   = "Memory pressure. The band is learnt from two weeks of data. Runbook: to be written."
  evaluation_periods  = 15
  datapoints_to_alarm = 15
  comparison_operator = "LessThanLowerThreshold"
  threshold_metric_id = "band"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]

  metric_query {
    id          = "m1"
    return_data = true

    metric {
      namespace   = "AWS/RDS"
      metric_name = "FreeableMemory"
      stat        = "Average"
      period      = 60
      dimensions = {
        DBInstanceIdentifier = aws_db_instance.ledger.identifier
      }
    }
  }

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(m1, 2)"
    label       = "FreeableMemory (expected)"
    return_data = true
  }
}

resource "aws_cloudwatch_metric_alarm" "ledger_free_storage_space" {
  alarm_name          = "${aws_db_instance.ledger.identifier}-free-storage-space"
  alarm_description   = "Storage nearly full, database will stop. The band is learnt from two weeks of data. Runbook: to be written."
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "LessThanLowerThreshold"
  threshold_metric_id = "band"
  treat_missing_data  = "breaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]

  metric_query {
    id          = "m1"
    return_data = true

    metric {
      namespace   = "AWS/RDS"
      metric_name = "FreeStorageSpace"
      stat        = "Minimum"
      period      = 60
      dimensions = {
        DBInstanceIdentifier = aws_db_instance.ledger.identifier
      }
    }
  }

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(m1, 2)"
    label       = "FreeStorageSpace (expected)"
    return_data = true
  }
}

resource "aws_cloudwatch_metric_alarm" "ledger_read_latency" {
  alarm_name          = "${aws_db_instance.ledger.identifier}-read-latency"
  alarm_description   = "Disk reads slow. The band is learnt from two weeks of data. Runbook: to be written."
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "GreaterThanUpperThreshold"
  threshold_metric_id = "band"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]

  metric_query {
    id          = "m1"
    return_data = true

    metric {
      namespace   = "AWS/RDS"
      metric_name = "ReadLatency"
      stat        = "p90"
      period      = 60
      dimensions = {
        DBInstanceIdentifier = aws_db_instance.ledger.identifier
      }
    }
  }

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(m1, 2)"
    label       = "ReadLatency (expected)"
    return_data = true
  }
}

resource "aws_cloudwatch_metric_alarm" "ledger_write_latency" {
  alarm_name          = "${aws_db_instance.ledger.identifier}-write-latency"
  alarm_description   = "Disk writes slow. The band is learnt from two weeks of data. Runbook: to be written."
  evaluation_periods  = 5
  datapoints_to_alarm = 5
  comparison_operator = "GreaterThanUpperThreshold"
  threshold_metric_id = "band"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.oncall.arn]
  ok_actions          = [aws_sns_topic.oncall.arn]

  metric_query {
    id          = "m1"
    return_data = true

    metric {
      namespace   = "AWS/RDS"
      metric_name = "WriteLatency"
      stat        = "p90"
      period      = 60
      dimensions = {
        DBInstanceIdentifier = aws_db_instance.ledger.identifier
      }
    }
  }

  metric_query {
    id          = "band"
    expression  = "ANOMALY_DETECTION_BAND(m1, 2)"
    label       = "WriteLatency (expected)"
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

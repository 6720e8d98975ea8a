# case: mails once a day
resource "aws_ce_anomaly_subscription" "daily" {
  name             = "daily"
  frequency        = "DAILY"
  monitor_arn_list = ["arn:aws:ce::123456789012:anomalymonitor/1"]

  subscriber {
    type    = "EMAIL"
    address = "sre@example.com"
  }
}

# case: a topic at once
resource "aws_ce_anomaly_subscription" "at_once" {
  name             = "at-once"
  frequency        = "IMMEDIATE"
  monitor_arn_list = ["arn:aws:ce::123456789012:anomalymonitor/1"]

  subscriber {
    type    = "SNS"
    address = "arn:aws:sns:us-east-1:123456789012:spend"
  }
}

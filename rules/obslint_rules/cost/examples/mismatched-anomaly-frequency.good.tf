resource "aws_ce_anomaly_subscription" "daily" {
  name             = "daily"
  frequency        = "DAILY"
  monitor_arn_list = ["arn:aws:ce::123456789012:anomalymonitor/1"]

  subscriber {
    type    = "EMAIL"
    address = "sre@example.com"
  }
}

resource "aws_ce_anomaly_subscription" "daily" {
  name   =   "daily"
  frequency        = "DAILY" # in the morning
  monitor_arn_list = ["arn:aws:ce::123456789012:anomalymonitor/1"]

  subscriber {
    type    = "SNS"
    address = "arn:aws:sns:us-east-1:123456789012:spend"
  }
}

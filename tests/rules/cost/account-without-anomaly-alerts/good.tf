# scan: complete

# case: a subscription
resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 16
}

resource "aws_ce_anomaly_subscription" "daily" {
  name             = "daily"
  frequency        = "DAILY"
  monitor_arn_list = ["arn:aws:ce::123456789012:anomalymonitor/1"]
}

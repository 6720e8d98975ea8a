variable "mail" {
  type    = string
  default = "you@example.com"
}

# case: a domain for documentation
resource "aws_sns_topic_subscription" "mail" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "email"
  endpoint  = "alerts@example.com"
}

# case: to be filled in
resource "aws_sns_topic_subscription" "team" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "email"
  endpoint  = "CHANGEME@acme.dev"
}

# case: a webhook of a guide
resource "aws_sns_topic_subscription" "slack" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "https"
  endpoint  = "https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXX"
}

# case: nobody reads it
resource "aws_sns_topic_subscription" "quiet" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "email"
  endpoint  = "no-reply@acme.dev"
}

# case: a default that nobody changed
resource "aws_sns_topic_subscription" "given" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "email"
  endpoint  = var.mail
}

# case: a budget
resource "aws_budgets_budget" "month" {
  budget_type  = "COST"
  limit_amount = "500"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    comparison_operator        = "GREATER_THAN"
    notification_type          = "ACTUAL"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    subscriber_email_addresses = ["finance@acme.dev", "cto@example.org"] # for now
  }
}

# case: anomalies
resource "aws_ce_anomaly_subscription" "spend" {
  name             = "spend"
  frequency        = "DAILY"
  monitor_arn_list = ["arn:aws:ce::111122223333:anomalymonitor/0"]

  subscriber {
    type    = "EMAIL"
    address = "spend@cost.example.net"
  }
}

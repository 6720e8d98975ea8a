resource "aws_budgets_budget" "month" {
  budget_type = "COST"
  time_unit   = "MONTHLY"

  notification {
    comparison_operator        = "GREATER_THAN"
    notification_type          = "ACTUAL"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    subscriber_email_addresses = ["sre@example.com"]
  }
}

variable "alerts" {
  type = list(number)
}

variable "addresses" {
  type = list(string)
}

# case: a dynamic block over a variable without a value
resource "aws_budgets_budget" "month" {
  budget_type = "COST"
  time_unit   = "MONTHLY"

  dynamic "notification" {
    for_each = var.alerts
    content {
      threshold                  = notification.value
      subscriber_email_addresses = ["sre@example.com"]
    }
  }
}

# case: the addresses are a variable without a value
resource "aws_budgets_budget" "year" {
  budget_type = "COST"
  time_unit   = "ANNUALLY"

  notification {
    comparison_operator        = "GREATER_THAN"
    notification_type          = "ACTUAL"
    threshold                  = 80
    threshold_type             = "PERCENTAGE"
    subscriber_email_addresses = var.addresses
  }
}

# case: no notification
resource "aws_budgets_budget" "month" {
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_amount = "1000" # for the whole team
  limit_unit   = "USD"
}

# case: a notification for nobody
resource "aws_budgets_budget" "year" {
  budget_type = "COST"
  time_unit   = "ANNUALLY"

  notification {
    comparison_operator = "GREATER_THAN" # eighty
    notification_type   = "ACTUAL"
    threshold           = 80
    threshold_type      = "PERCENTAGE"
  }
}

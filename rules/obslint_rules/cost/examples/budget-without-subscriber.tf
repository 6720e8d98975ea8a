resource "aws_budgets_budget" "month" {
  budget_type  = "COST"
  time_unit    = "MONTHLY"
  limit_amount = "1000" # for the whole team
  limit_unit   = "USD"
}

# scan: complete

# case: a budget
resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 16
}

resource "aws_budgets_budget" "month" {
  budget_type = "COST"
  time_unit   = "MONTHLY"
}

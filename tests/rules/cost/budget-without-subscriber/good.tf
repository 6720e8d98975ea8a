# case: people
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

# case: a topic
resource "aws_budgets_budget" "year" {
  budget_type = "COST"
  time_unit   = "ANNUALLY"

  notification {
    comparison_operator       = "GREATER_THAN"
    notification_type         = "ACTUAL"
    threshold                 = 80
    threshold_type            = "PERCENTAGE"
    subscriber_sns_topic_arns = ["arn:aws:sns:us-east-1:123456789012:spend"]
  }
}

# case: an action, which has subscribers of its own
resource "aws_budgets_budget" "stop" {
  name        = "stop"
  budget_type = "COST"
  time_unit   = "MONTHLY"
}

resource "aws_budgets_budget_action" "stop" {
  budget_name = aws_budgets_budget.stop.name
  action_type = "RUN_SSM_DOCUMENTS"
}

resource "aws_sns_topic" "spending" {
  name = "spending"
}

resource "aws_sns_topic_policy" "spending" {
  arn = aws_sns_topic.spending.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Principal = {
          Service = "budgets.amazonaws.com"
        }
        Action   = "sns:Publish"
        Resource = aws_sns_topic.spending.arn
      },
    ]
  })
}

resource "aws_budgets_budget" "spending" {
  budget_type  = "COST"
  limit_amount = "100"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    comparison_operator       = "GREATER_THAN"
    threshold                 = 80
    threshold_type            = "PERCENTAGE"
    notification_type         = "ACTUAL"
    subscriber_sns_topic_arns = [aws_sns_topic.spending.arn] # finance
  }
}

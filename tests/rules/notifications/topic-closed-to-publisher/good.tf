# case: a budget
resource "aws_sns_topic" "spending" {
  name = "spending"
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

resource "aws_sns_topic_policy" "spending" {
  arn = aws_sns_topic.spending.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "budgets.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.spending.arn },
    ]
  })
}

# case: a vault
resource "aws_sns_topic" "backups" {
  name = "backups"
}

resource "aws_backup_vault_notifications" "backups" {
  backup_vault_name   = "backups"
  sns_topic_arn       = aws_sns_topic.backups.arn
  backup_vault_events = ["BACKUP_JOB_FAILED"]
}

resource "aws_sns_topic_policy" "backups" {
  arn = aws_sns_topic.backups.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "backup.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.backups.arn },
    ]
  })
}

# case: an alarm
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_cloudwatch_metric_alarm" "age" {
  alarm_name    = "age"
  alarm_actions = [aws_sns_topic.oncall.arn]
}

# case: a budget, and no policy
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

# case: a vault, and a policy for another service
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
      { Effect = "Allow", Principal = { Service = "cloudwatch.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.backups.arn },
    ]
  })
}

# case: the key
resource "aws_sns_topic" "secret" {
  name = "secret"
  kms_master_key_id = aws_kms_key.alerts.arn
}

resource "aws_budgets_budget" "secret" {
  budget_type  = "COST"
  limit_amount = "100"
  limit_unit   = "USD"
  time_unit    = "MONTHLY"

  notification {
    comparison_operator       = "GREATER_THAN"
    threshold                 = 80
    threshold_type            = "PERCENTAGE"
    notification_type         = "ACTUAL"
    subscriber_sns_topic_arns = [aws_sns_topic.secret.arn] # finance
  }
}

resource "aws_sns_topic_policy" "secret" {
  arn = aws_sns_topic.secret.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "budgets.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.secret.arn },
    ]
  })
}

resource "aws_kms_key" "alerts" {
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" }]
  })
}

resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name    = "errors"
  alarm_actions = [aws_sns_topic.oncall.arn, aws_sns_topic.mixed.arn, aws_sns_topic.admitting.arn]
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: by body
resource "aws_sns_topic_subscription" "body" {
  topic_arn           = aws_sns_topic.oncall.arn
  protocol            = "email"
  endpoint            = "oncall@corp.io"
  filter_policy_scope = "MessageBody"
  filter_policy       = jsonencode({ NewStateValue = ["ALARM"] })
}

# case: an attribute that must be missing
resource "aws_sns_topic_subscription" "absent" {
  topic_arn     = aws_sns_topic.oncall.arn
  protocol      = "email"
  endpoint      = "oncall@corp.io"
  filter_policy = jsonencode({ muted = [{ exists = false }, "no"] })
}

# case: no filter
resource "aws_sns_topic_subscription" "all" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = "oncall@corp.io"
}

# case: a function publishes to it as well
resource "aws_sns_topic" "mixed" {
  name = "mixed"
}

resource "aws_lambda_function" "checks" {
  function_name = "checks"
  environment {
    variables = { TOPIC = aws_sns_topic.mixed.arn }
  }
}

resource "aws_sns_topic_subscription" "mixed" {
  topic_arn     = aws_sns_topic.mixed.arn
  protocol      = "email"
  endpoint      = "oncall@corp.io"
  filter_policy = jsonencode({ severity = ["high"] })
}

# case: a policy lets accounts publish
resource "aws_sns_topic" "admitting" {
  name = "admitting"
}

resource "aws_sns_topic_policy" "admitting" {
  arn = aws_sns_topic.admitting.arn
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { AWS = "111122223333" }, Action = "sns:Publish", Resource = "*" }]
  })
}

resource "aws_sns_topic_subscription" "admitting" {
  topic_arn     = aws_sns_topic.admitting.arn
  protocol      = "email"
  endpoint      = "oncall@corp.io"
  filter_policy = jsonencode({ severity = ["high"] })
}

# case: a topic of jobs
resource "aws_sns_topic" "jobs" {
  name = "jobs"
}

resource "aws_sns_topic_subscription" "jobs" {
  topic_arn     = aws_sns_topic.jobs.arn
  protocol      = "email"
  endpoint      = "jobs@corp.io"
  filter_policy = jsonencode({ kind = ["import"] })
}

# case: backups send attributes
resource "aws_sns_topic" "backups" {
  name = "backups"
}

resource "aws_backup_vault_notifications" "backups" {
  backup_vault_name   = "vault"
  sns_topic_arn       = aws_sns_topic.backups.arn
  backup_vault_events = ["BACKUP_JOB_FAILED"]
}

resource "aws_sns_topic_subscription" "backups" {
  topic_arn     = aws_sns_topic.backups.arn
  protocol      = "email"
  endpoint      = "jobs@corp.io"
  filter_policy = jsonencode({ State = ["FAILED"] })
}

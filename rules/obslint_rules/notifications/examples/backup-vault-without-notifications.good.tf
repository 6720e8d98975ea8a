resource "aws_backup_vault" "main" {
  name = "main"
}

resource "aws_backup_vault_notifications" "main" {
  backup_vault_name   = aws_backup_vault.main.name
  sns_topic_arn       = "arn:aws:sns:eu-central-1:111122223333:oncall"
  backup_vault_events = ["BACKUP_JOB_COMPLETED"]
}

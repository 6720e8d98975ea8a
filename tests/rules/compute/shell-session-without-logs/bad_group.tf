# case: no destination, and the unit has one encrypted log group
resource "aws_cloudwatch_log_group" "sessions" {
  name       = "/ssm/sessions"
  kms_key_id = "arn:aws:kms:eu-west-1:111111111111:key/1"
}

resource "aws_ssm_document" "shop" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      runAsEnabled = true # as themselves
    }
  })
}

# case: an encrypted log group
resource "aws_ssm_document" "group" {
  name          = "SSM-SessionManagerRunShell"
  document_type = "Session"

  content = <<-EOT
    {
      "schemaVersion": "1.0",
      "sessionType": "Standard_Stream",
      "inputs": { "cloudWatchLogGroupName": "/ssm", "cloudWatchEncryptionEnabled": true, "s3BucketName": "" }
    }
  EOT
}

# case: an encrypted bucket
resource "aws_ssm_document" "bucket" {
  name          = "bucket"
  document_type = "Session"
  content       = jsonencode({ schemaVersion = "1.0", inputs = { s3BucketName = "sessions", s3EncryptionEnabled = true } })
}

# case: forwarded ports cannot be logged
resource "aws_ssm_document" "port" {
  name          = "port"
  document_type = "Session"
  content       = jsonencode({ schemaVersion = "1.0", sessionType = "Port", properties = { portNumber = "22" } })
}

# case: another kind of document
resource "aws_ssm_document" "command" {
  name          = "command"
  document_type = "Command"
  content       = jsonencode({ schemaVersion = "2.2", mainSteps = [] })
}

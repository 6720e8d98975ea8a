# case: no destination
resource "aws_ssm_document" "nowhere" {
  name            = "SSM-SessionManagerRunShell"
  document_type   = "Session"
  document_format = "JSON"

  content = <<-EOT
    {
      "schemaVersion": "1.0",
      "sessionType": "Standard_Stream",
      "inputs": {
        "s3BucketName": "",
        "cloudWatchLogGroupName": "",
        "runAsEnabled": true
      }
    }
  EOT
}

# case: a bucket without encryption
resource "aws_ssm_document" "bucket" {
  name          = "bucket"
  document_type = "Session"

  content = jsonencode({
    schemaVersion = "1.0"
    sessionType   = "Standard_Stream"
    inputs = {
      s3BucketName        = "sessions" # ours
      s3EncryptionEnabled = false
    }
  })
}

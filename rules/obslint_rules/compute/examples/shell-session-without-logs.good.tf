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

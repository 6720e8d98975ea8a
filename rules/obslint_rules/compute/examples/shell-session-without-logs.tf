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

# case: the content is passed in
variable "content" {
  type = string
}

resource "aws_ssm_document" "passed" {
  name            = "SSM-SessionManagerRunShell"
  document_type   = "Session"
  document_format = "JSON"
  content         = var.content
}

# case: the log group is passed in
resource "aws_ssm_document" "group" {
  name          = "group"
  document_type = "Session"

  content = <<-EOT
    {
      "schemaVersion": "1.0",
      "sessionType": "Standard_Stream",
      "inputs": {
        "cloudWatchLogGroupName": ${jsonencode(var.content)},
        "cloudWatchEncryptionEnabled": ${var.content}
      }
    }
  EOT
}

# case: YAML, which is not read
resource "aws_ssm_document" "yaml" {
  name            = "yaml"
  document_type   = "Session"
  document_format = "YAML"

  content = <<-EOT
    schemaVersion: "1.0"
    sessionType: Standard_Stream
  EOT
}

# case: the type is passed in
resource "aws_ssm_document" "type" {
  name          = "type"
  document_type = var.content
  content       = jsonencode({ schemaVersion = "1.0", sessionType = "Standard_Stream", inputs = { runAsEnabled = true } })
}

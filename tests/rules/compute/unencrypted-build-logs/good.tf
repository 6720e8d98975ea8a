# case: encrypted unless it says otherwise
resource "aws_codebuild_project" "silent" {
  name = "silent"

  logs_config {
    s3_logs {
      status   = "ENABLED"
      location = "logs/build"
    }
  }
}

# case: encrypted
resource "aws_codebuild_project" "on" {
  name = "on"

  logs_config {
    s3_logs {
      status              = "ENABLED"
      encryption_disabled = false
    }
  }
}

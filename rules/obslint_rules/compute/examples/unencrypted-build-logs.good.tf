resource "aws_codebuild_project" "silent" {
  name = "silent"

  logs_config {
    s3_logs {
      status   = "ENABLED"
      location = "logs/build"
    }
  }
}

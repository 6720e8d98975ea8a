resource "aws_codebuild_project" "shop" {
  name = "shop"

  logs_config {
    s3_logs {
      status              = "ENABLED"
      encryption_disabled = false # the reader has no key
      location            = "logs/build"
    }
  }
}

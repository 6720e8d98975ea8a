resource "aws_codebuild_project" "shop" {
  name = "shop"

  logs_config {
    cloudwatch_logs {
      status = "DISABLED" # noise
    }
  }
}

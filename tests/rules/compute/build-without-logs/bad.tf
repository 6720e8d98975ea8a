# case: the only log is switched off
resource "aws_codebuild_project" "shop" {
  name = "shop"

  logs_config {
    cloudwatch_logs {
      status = "DISABLED" # noise
    }
  }
}

# case: both are switched off
resource "aws_codebuild_project" "both" {
  name = "both"

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }

    s3_logs {
      status = "DISABLED"
    }
  }
}

# case: nothing is said, which means CloudWatch
resource "aws_codebuild_project" "silent" {
  name = "silent"
}

# case: a bucket takes them
resource "aws_codebuild_project" "bucket" {
  name = "bucket"

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }

    s3_logs {
      status   = "ENABLED"
      location = "logs/build"
    }
  }
}

# case: only the bucket is switched off
resource "aws_codebuild_project" "group" {
  name = "group"

  logs_config {
    s3_logs {
      status = "DISABLED"
    }
  }
}

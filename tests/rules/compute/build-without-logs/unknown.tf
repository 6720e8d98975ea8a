# case: the switch is passed in
variable "status" {
  type = string
}

resource "aws_codebuild_project" "shop" {
  name = "shop"

  logs_config {
    cloudwatch_logs {
      status = var.status
    }
  }
}

# case: whether a bucket takes them is passed in
resource "aws_codebuild_project" "bucket" {
  name = "bucket"

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }

    s3_logs {
      status   = var.status
      location = "logs/build"
    }
  }
}

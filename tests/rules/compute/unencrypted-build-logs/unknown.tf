# case: it is passed in
variable "clear" {
  type = bool
}

resource "aws_codebuild_project" "shop" {
  name = "shop"

  logs_config {
    s3_logs {
      encryption_disabled = var.clear
    }
  }
}

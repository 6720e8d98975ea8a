# case: it is passed in
variable "logs" {
  type = bool
}

resource "aws_mwaa_environment" "shop" {
  name = "shop"

  logging_configuration {
    scheduler_logs {
      enabled = var.logs
    }
  }
}

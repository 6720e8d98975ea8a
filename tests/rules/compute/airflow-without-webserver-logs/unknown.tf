# case: it is passed in
variable "logs" {
  type = bool
}

resource "aws_mwaa_environment" "shop" {
  name = "shop"

  logging_configuration {
    webserver_logs {
      enabled = var.logs
    }
  }
}

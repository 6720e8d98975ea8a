resource "aws_mwaa_environment" "silent" {
  name = "silent"

  logging_configuration {
    webserver_logs {
      enabled = true
    }
  }
}

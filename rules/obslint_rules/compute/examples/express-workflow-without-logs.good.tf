resource "aws_sfn_state_machine" "shop" {
  name = "shop"
  type = "EXPRESS"

  logging_configuration {
    log_destination = "arn:aws:logs:eu-west-1:111111111111:log-group:shop:*"
    level           = "ERROR"
  }
}

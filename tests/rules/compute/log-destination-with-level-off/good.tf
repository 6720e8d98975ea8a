# case: errors are logged
resource "aws_sfn_state_machine" "shop" {
  logging_configuration {
    log_destination = "arn:aws:logs:eu-west-1:111111111111:log-group:shop:*"
    level           = "ERROR"
  }
}

# case: no destination, which is another rule
resource "aws_sfn_state_machine" "none" {
  logging_configuration {
    level = "OFF"
  }
}

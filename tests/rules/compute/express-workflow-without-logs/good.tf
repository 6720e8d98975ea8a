# case: errors are logged
resource "aws_sfn_state_machine" "shop" {
  name = "shop"
  type = "EXPRESS"

  logging_configuration {
    log_destination = "arn:aws:logs:eu-west-1:111111111111:log-group:shop:*"
    level           = "ERROR"
  }
}

# case: switched off with a destination, which is another rule
resource "aws_sfn_state_machine" "off" {
  name = "off"
  type = "EXPRESS"

  logging_configuration {
    log_destination = "arn:aws:logs:eu-west-1:111111111111:log-group:shop:*"
    level           = "OFF"
  }
}

# case: the other type, which is another rule
resource "aws_sfn_state_machine" "other" {
  name = "other"
  type = "STANDARD"
}

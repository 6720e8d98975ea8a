resource "aws_sfn_state_machine" "off" {
  name = "off"

  logging_configuration {
    log_destination        = "${aws_cloudwatch_log_group.shop.arn}:*"
    include_execution_data = true
    level                  = "OFF" # for now
  }
}

resource "aws_cloudwatch_log_group" "shop" {
  name = "shop"
}

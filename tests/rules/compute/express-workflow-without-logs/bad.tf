# case: nothing is said
resource "aws_sfn_state_machine" "shop" {
  name = "shop" # orders
  type = "EXPRESS"
}

# case: switched off
resource "aws_sfn_state_machine" "off" {
  name = "off"
  type = "EXPRESS"

  logging_configuration {
    level = "OFF"
  }
}

# case: the level is passed in
variable "level" {
  type = string
}

resource "aws_sfn_state_machine" "shop" {
  name = "shop"
  type = "EXPRESS"

  logging_configuration {
    level = var.level
  }
}

# case: it is passed in
variable "data" {
  type = bool
}

resource "aws_sfn_state_machine" "shop" {
  logging_configuration {
    level                  = "ALL"
    include_execution_data = var.data
  }
}

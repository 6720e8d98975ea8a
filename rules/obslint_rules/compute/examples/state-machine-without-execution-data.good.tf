resource "aws_sfn_state_machine" "shop" {
  logging_configuration {
    level                  = "ALL"
    include_execution_data = true
  }
}

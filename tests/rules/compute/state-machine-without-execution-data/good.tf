# case: data is logged
resource "aws_sfn_state_machine" "shop" {
  logging_configuration {
    level                  = "ALL"
    include_execution_data = true
  }
}

# case: nothing is logged, which is another rule
resource "aws_sfn_state_machine" "none" {
  name = "none"
}

# case: nothing is said, and the unit has one log group
resource "aws_cloudwatch_log_group" "shop" {
  name = "/aws/vendedlogs/states/shop"
}

resource "aws_sfn_state_machine" "shop" {
  name = "shop"
  type = "STANDARD"
}

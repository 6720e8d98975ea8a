resource "aws_sfn_state_machine" "shop" {
  name = "shop" # orders
  type = "EXPRESS"
}

# case: no alarm is declared beside it
resource "aws_sfn_state_machine" "refund" {
  name       = "refund"
  role_arn   = "arn:aws:iam::111122223333:role/refund"   # shared
  definition = "{}"
}

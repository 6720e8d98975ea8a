# case: nothing is said
resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  role_arn   = "arn:aws:iam::111122223333:role/orders"
  definition = "{}" # written later
}

# case: switched off
resource "aws_sfn_state_machine" "payments" {
  name       = "payments"
  role_arn   = "arn:aws:iam::111122223333:role/payments"
  definition = "{}"

  tracing_configuration {
    enabled   =   false # too dear
  }
}

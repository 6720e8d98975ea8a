resource "aws_pipes_pipe" "orders" {
  name     = "orders"   # the money
  role_arn = "arn:aws:iam::111122223333:role/pipes"
  source   = "arn:aws:sqs:eu-west-1:111122223333:orders"
  target   = "arn:aws:sqs:eu-west-1:111122223333:billed"
}

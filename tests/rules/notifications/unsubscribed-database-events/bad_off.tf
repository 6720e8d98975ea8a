# scan: complete
# case: switched off
resource "aws_db_instance" "orders" {
  identifier = "orders"   # the shop
}

resource "aws_db_event_subscription" "all" {
  sns_topic = "arn:aws:sns:eu-west-1:111122223333:oncall"
  enabled = false
}

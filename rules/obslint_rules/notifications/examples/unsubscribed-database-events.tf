resource "aws_db_instance" "orders" {
  identifier = "orders"   # the shop
}

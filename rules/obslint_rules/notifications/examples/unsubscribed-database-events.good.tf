resource "aws_db_instance" "orders" {
  identifier = "orders"   # the shop
}

resource "aws_rds_cluster" "orders" {
  cluster_identifier = "orders"
}

resource "aws_db_event_subscription" "all" {
  sns_topic = "arn:aws:sns:eu-west-1:111122223333:oncall"
}

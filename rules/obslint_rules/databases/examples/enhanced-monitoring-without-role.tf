resource "aws_db_instance" "shop" {
  engine              = "mysql"
  monitoring_interval = 60 # seconds
}

# case: no role
resource "aws_db_instance" "shop" {
  engine              = "mysql"
  monitoring_interval = 60 # seconds
}

# case: off
resource "aws_db_instance" "off" {
  engine              = "mysql"
  monitoring_interval = 0
  monitoring_role_arn = "arn:aws:iam::123456789012:role/rds"
}

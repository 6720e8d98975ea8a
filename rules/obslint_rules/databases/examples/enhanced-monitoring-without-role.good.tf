resource "aws_db_instance" "shop" {
  engine              = "mysql"
  monitoring_interval = 60
  monitoring_role_arn = "arn:aws:iam::123456789012:role/rds"
}

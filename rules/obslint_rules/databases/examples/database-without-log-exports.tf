resource "aws_db_instance" "shop" {
  engine         = "postgres" # 16
  instance_class = "db.t4g.medium"
}

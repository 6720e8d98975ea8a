resource "aws_db_instance" "shop" {
  engine                       = "mysql"
  instance_class               = "db.t4g.medium"
  performance_insights_enabled = true
}

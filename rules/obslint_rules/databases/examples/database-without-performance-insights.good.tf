resource "aws_db_instance" "shop" {
  engine                       = "mysql"
  performance_insights_enabled = true
}

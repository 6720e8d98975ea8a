resource "aws_db_instance" "shop" {
  engine                       = "postgres"
  performance_insights_enabled = true
}

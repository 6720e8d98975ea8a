resource "aws_db_instance" "shop" {
  engine                          = "postgres"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

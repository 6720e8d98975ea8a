resource "aws_db_instance" "shop" {
  engine                          = "postgres" # 16
  instance_class                  = "db.t4g.medium"
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
}

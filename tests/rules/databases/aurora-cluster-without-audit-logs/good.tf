# case: exported
resource "aws_rds_cluster" "shop" {
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["audit", "error"]
}

# case: PostgreSQL has no audit log to export
resource "aws_rds_cluster" "postgres" {
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

# case: nor has a Multi-AZ cluster of RDS for MySQL
resource "aws_rds_cluster" "three" {
  engine                    = "mysql"
  db_cluster_instance_class = "db.m5d.large"
}

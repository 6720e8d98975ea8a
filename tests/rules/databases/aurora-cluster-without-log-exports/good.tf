# case: exported
resource "aws_rds_cluster" "shop" {
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

# case: Aurora Serverless v1 publishes by itself
resource "aws_rds_cluster" "asleep" {
  engine      = "aurora-mysql"
  engine_mode = "serverless"
}

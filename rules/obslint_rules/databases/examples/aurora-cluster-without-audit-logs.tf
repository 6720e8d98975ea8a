resource "aws_rds_cluster" "shop" {
  engine = "aurora-mysql"

  enabled_cloudwatch_logs_exports = [
    "error",     # crashes
    "slowquery"  # and the like
  ]
}

# case: other logs only
resource "aws_rds_cluster" "shop" {
  engine = "aurora-mysql"

  enabled_cloudwatch_logs_exports = [
    "error",     # crashes
    "slowquery"  # and the like
  ]
}

# case: no logs
resource "aws_rds_cluster" "none" {
  engine = "aurora-mysql"
}

# case: before version 5 of the provider, no engine meant Aurora MySQL
resource "aws_rds_cluster" "old" {
  enabled_cloudwatch_logs_exports = ["error"]
}

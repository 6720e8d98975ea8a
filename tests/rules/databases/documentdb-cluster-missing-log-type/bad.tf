# case: no profiler log
resource "aws_docdb_cluster" "shop" {
  enabled_cloudwatch_logs_exports = ["audit"] # who did what
}

# case: no audit log
resource "aws_docdb_cluster" "slow" {
  enabled_cloudwatch_logs_exports = [
    "profiler",
  ]
}

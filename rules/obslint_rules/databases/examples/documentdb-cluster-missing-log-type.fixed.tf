resource "aws_docdb_cluster" "shop" {
  enabled_cloudwatch_logs_exports = ["audit", "profiler"] # who did what
}

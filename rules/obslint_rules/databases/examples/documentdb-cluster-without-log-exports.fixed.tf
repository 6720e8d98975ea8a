resource "aws_docdb_cluster" "shop" {
  cluster_identifier              = "shop" # orders
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
}

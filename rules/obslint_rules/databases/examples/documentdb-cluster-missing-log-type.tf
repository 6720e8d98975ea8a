resource "aws_docdb_cluster" "shop" {
  enabled_cloudwatch_logs_exports = ["audit"] # who did what
}

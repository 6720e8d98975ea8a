# case: both
resource "aws_docdb_cluster" "shop" {
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
}

# case: one of them is the business of another rule
resource "aws_docdb_cluster" "one" {
  enabled_cloudwatch_logs_exports = ["profiler"]
}

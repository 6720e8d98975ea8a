# case: both
resource "aws_docdb_cluster" "shop" {
  enabled_cloudwatch_logs_exports = ["audit", "profiler"]
}

# case: none is the business of another rule
resource "aws_docdb_cluster" "none" {
  cluster_identifier = "none"
}

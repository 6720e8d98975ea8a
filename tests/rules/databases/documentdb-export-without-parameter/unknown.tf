# case: the parameter group is declared elsewhere
resource "aws_docdb_cluster" "shop" {
  enabled_cloudwatch_logs_exports = ["profiler"]
  db_cluster_parameter_group_name = "shared"
}

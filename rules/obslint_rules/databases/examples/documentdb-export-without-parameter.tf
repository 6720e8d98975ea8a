resource "aws_docdb_cluster" "shop" {
  enabled_cloudwatch_logs_exports = ["profiler"]
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.shop.name
}

resource "aws_docdb_cluster_parameter_group" "shop" {
  family = "docdb5.0"

  parameter {
    name  = "profiler"
    value = "disabled" # noisy
  }
}

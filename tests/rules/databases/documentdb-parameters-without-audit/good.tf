# case: on
resource "aws_docdb_cluster_parameter_group" "shop" {
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "enabled"
  }
}

# case: several levels
resource "aws_docdb_cluster_parameter_group" "levels" {
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "ddl,dml_write"
  }
}

# case: off, but a cluster exports the log, which another rule reports
resource "aws_docdb_cluster" "exporting" {
  db_cluster_parameter_group_name = aws_docdb_cluster_parameter_group.exporting.name
  enabled_cloudwatch_logs_exports = ["audit"]
}

resource "aws_docdb_cluster_parameter_group" "exporting" {
  family = "docdb5.0"
}

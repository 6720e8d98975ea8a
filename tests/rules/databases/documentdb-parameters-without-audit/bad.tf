# case: not named
resource "aws_docdb_cluster_parameter_group" "shop" {
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "enabled" # always
  }
}

# case: off
resource "aws_docdb_cluster_parameter_group" "off" {
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = "disabled" # noisy
  }
}

# case: no parameters
resource "aws_docdb_cluster_parameter_group" "none" {
  family = "docdb5.0"
}

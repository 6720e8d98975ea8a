resource "aws_docdb_cluster_parameter_group" "shop" {
  family = "docdb5.0"

  parameter {
    name  = "tls"
    value = "enabled" # always
  }
}

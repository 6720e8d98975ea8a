# case: the level is a variable
variable "level" {
  type = string
}

resource "aws_docdb_cluster_parameter_group" "shop" {
  family = "docdb5.0"

  parameter {
    name  = "audit_logs"
    value = var.level
  }
}

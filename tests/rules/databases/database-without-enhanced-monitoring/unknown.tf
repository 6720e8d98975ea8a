# case: the interval is a variable
variable "interval" {
  type = number
}

resource "aws_db_instance" "shop" {
  engine              = "mysql"
  monitoring_interval = var.interval
}

# case: the cluster is not known, and may decide
variable "cluster" {
  type = string
}

resource "aws_rds_cluster_instance" "member" {
  cluster_identifier = var.cluster
}

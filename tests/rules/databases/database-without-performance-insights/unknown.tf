# case: the class decides whether it can be had
variable "class" {
  type = string
}

resource "aws_db_instance" "shop" {
  engine         = "mysql"
  instance_class = var.class
}

# case: the cluster is not known, and may decide
variable "cluster" {
  type = string
}

resource "aws_rds_cluster_instance" "member" {
  cluster_identifier = var.cluster
  engine             = "aurora-postgresql"
}

# case: on
resource "aws_db_instance" "shop" {
  engine              = "mysql"
  monitoring_interval = "15"
}

# case: the cluster decides
resource "aws_rds_cluster" "aurora" {
  engine              = "aurora-mysql"
  monitoring_interval = 60
}

resource "aws_rds_cluster_instance" "aurora" {
  cluster_identifier = aws_rds_cluster.aurora.id
}

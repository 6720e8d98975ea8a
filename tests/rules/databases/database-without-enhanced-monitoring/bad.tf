# case: not asked for
resource "aws_db_instance" "shop" {
  engine         = "mysql"
  instance_class = "db.t4g.small" # cheap
}

# case: off
resource "aws_db_instance" "off" {
  engine              = "mysql"
  monitoring_interval = 0 # saves money
}

# case: a member of a cluster that does not decide
resource "aws_rds_cluster" "aurora" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "aurora" {
  cluster_identifier = aws_rds_cluster.aurora.id
}

# case: on
resource "aws_db_instance" "shop" {
  engine                       = "mysql"
  performance_insights_enabled = true
}

# case: too small for it
resource "aws_db_instance" "small" {
  engine         = "mariadb"
  instance_class = "db.t3.micro"
}

# case: no engine of those that have it
resource "aws_db_instance" "db2" {
  engine         = "db2-se"
  instance_class = "db.m6i.large"
}

# case: the cluster switches it on for its members
resource "aws_rds_cluster" "aurora" {
  engine                       = "aurora-mysql"
  performance_insights_enabled = true
}

resource "aws_rds_cluster_instance" "aurora" {
  cluster_identifier = aws_rds_cluster.aurora.id
  engine             = "aurora-mysql"
  instance_class     = "db.r6g.large"
}

# case: a class on which Aurora MySQL does not have it
resource "aws_rds_cluster_instance" "small" {
  cluster_identifier = "elsewhere"
  engine             = "aurora-mysql"
  instance_class     = "db.t3.medium"
}

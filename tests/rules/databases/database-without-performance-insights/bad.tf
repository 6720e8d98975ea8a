# case: not asked for
resource "aws_db_instance" "shop" {
  engine         = "mysql"
  instance_class = "db.t4g.medium"
}

# case: off
resource "aws_db_instance" "off" {
  engine                       = "postgres"
  instance_class               = "db.t4g.micro"
  performance_insights_enabled = false # for now
}

# case: a member
resource "aws_rds_cluster" "aurora" {
  engine = "aurora-mysql"
}

resource "aws_rds_cluster_instance" "aurora" {
  cluster_identifier = aws_rds_cluster.aurora.id
  engine             = aws_rds_cluster.aurora.engine
  instance_class     = "db.r6g.large"
}

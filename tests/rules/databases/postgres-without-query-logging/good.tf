# case: both
resource "aws_db_instance" "shop" {
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.shop.name
}

resource "aws_db_parameter_group" "shop" {
  family = "postgres16"

  parameter {
    name  = "log_statement"
    value = "mod"
  }
  parameter {
    name  = "log_min_duration_statement"
    value = "500"
  }
}

# case: one in the group of the cluster, one in that of its member
resource "aws_rds_cluster" "aurora" {
  engine                          = "aurora-postgresql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.aurora.name
}

resource "aws_rds_cluster_instance" "aurora" {
  cluster_identifier      = aws_rds_cluster.aurora.id
  db_parameter_group_name = aws_db_parameter_group.member.name
}

resource "aws_rds_cluster_parameter_group" "aurora" {
  family = "aurora-postgresql16"

  parameter {
    name  = "log_statement"
    value = "ddl"
  }
}

resource "aws_db_parameter_group" "member" {
  family = "aurora-postgresql16"

  parameter {
    name  = "log_min_duration_statement"
    value = "1s"
  }
}

# case: the default group is a choice
resource "aws_db_instance" "default" {
  engine = "postgres"
}

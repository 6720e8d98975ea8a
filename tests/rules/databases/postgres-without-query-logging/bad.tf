# case: neither
resource "aws_db_instance" "shop" {
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.shop.name
}

resource "aws_db_parameter_group" "shop" {
  family = "postgres16" # with pgvector
}

# case: statements only
resource "aws_rds_cluster" "aurora" {
  engine                          = "aurora-postgresql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.aurora.name
}

resource "aws_rds_cluster_parameter_group" "aurora" {
  family = "aurora-postgresql16"

  parameter {
    name  = "log_statement"
    value = "all"
  }

  parameter {
    name  = "log_min_duration_statement"
    value = "-1"
  }
}

# case: statements off
resource "aws_db_instance" "none" {
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.none.id
}

resource "aws_db_parameter_group" "none" {
  family = "postgres16"
  parameter {
    name  = "log_statement"
    value = "none"   # too noisy
  }
  parameter {
    name  = "log_min_duration_statement"
    value = 250
  }
}

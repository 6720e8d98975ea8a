# case: the log is off in the parameter group
resource "aws_db_instance" "shop" {
  engine                          = "mysql"
  parameter_group_name            = aws_db_parameter_group.shop.name
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
}

resource "aws_db_parameter_group" "shop" {
  name   = "shop"
  family = "mysql8.0"

  parameter {
    name  = "long_query_time" # seconds
    value = "2"
  }

  tags = {
    Team = "shop"
  }
}

# case: it is on, but goes to tables
resource "aws_db_instance" "tables" {
  engine                          = "mariadb"
  parameter_group_name            = "tables"
  enabled_cloudwatch_logs_exports = ["general"]
}

resource "aws_db_parameter_group" "tables" {
  name   = "tables"
  family = "mariadb10.11"

  parameter {
    name  = "general_log"
    value = "1"
  }
  parameter {
    name  = "log_output"
    value = "TABLE"
  }
}

# case: the default group, which has both off
resource "aws_db_instance" "default" {
  engine                          = "mysql"
  engine_version                  = "8.0.39"
  enabled_cloudwatch_logs_exports = ["slowquery"]
}

# case: a cluster; Aurora writes to files unless told otherwise
resource "aws_rds_cluster" "aurora" {
  engine                          = "aurora-mysql"
  db_cluster_parameter_group_name = aws_rds_cluster_parameter_group.aurora.name
  enabled_cloudwatch_logs_exports = ["slowquery"]
}

resource "aws_rds_cluster_instance" "aurora" {
  cluster_identifier = aws_rds_cluster.aurora.id
  engine             = aws_rds_cluster.aurora.engine
  instance_class     = "db.r6g.large"
}

resource "aws_rds_cluster_parameter_group" "aurora" {
  family = "aurora-mysql8.0"

  parameter {
    name  = "slow_query_log"
    value = "0"
  }
}

# case: written to files
resource "aws_db_instance" "shop" {
  engine                          = "mysql"
  parameter_group_name            = aws_db_parameter_group.shop.name
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
}

resource "aws_db_parameter_group" "shop" {
  family = "mysql8.0"

  parameter {
    name  = "slow_query_log"
    value = 1
  }
  parameter {
    name  = "log_output"
    value = "FILE"
  }
}

# case: PostgreSQL always writes its log, the error log is always written
resource "aws_db_instance" "postgres" {
  engine                          = "postgres"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

resource "aws_db_instance" "errors" {
  engine                          = "mysql"
  enabled_cloudwatch_logs_exports = ["error"]
}

# case: a member's parameter group decides as well
resource "aws_rds_cluster" "aurora" {
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["slowquery"]
}

resource "aws_rds_cluster_instance" "aurora" {
  cluster_identifier      = aws_rds_cluster.aurora.id
  db_parameter_group_name = aws_db_parameter_group.member.name
}

resource "aws_db_parameter_group" "member" {
  family = "aurora-mysql8.0"

  parameter {
    name  = "slow_query_log"
    value = "1"
  }
}

# case: a replica has the parameter group of its source
resource "aws_db_instance" "replica" {
  replicate_source_db             = aws_db_instance.shop.identifier
  enabled_cloudwatch_logs_exports = ["slowquery"]
}

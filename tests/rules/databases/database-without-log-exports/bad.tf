# case: nothing exported
resource "aws_db_instance" "shop" {
  engine         = "postgres" # 16
  instance_class = "db.t4g.medium"
}

# case: an empty list
resource "aws_db_instance" "empty" {
  engine                          = "mysql"
  enabled_cloudwatch_logs_exports = [] # later
}

# case: the slow query log is written, so it is worth exporting too
resource "aws_db_instance" "slow" {
  engine               = "mariadb"
  parameter_group_name = aws_db_parameter_group.slow.name
}

resource "aws_db_parameter_group" "slow" {
  family = "mariadb10.11"

  parameter {
    name  = "log_slow_query"
    value = "1"
  }

  parameter {
    name  = "log_output"
    value = "FILE"
  }
}

# case: a replica has the engine of its source
resource "aws_db_instance" "source" {
  engine                          = "sqlserver-se"
  enabled_cloudwatch_logs_exports = ["error"]
}

resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.source.identifier
}

resource "aws_db_instance" "shop" {
  engine                          = "mysql"
  parameter_group_name            = aws_db_parameter_group.shop.name
  enabled_cloudwatch_logs_exports = ["error", "slowquery"]
}

resource "aws_db_parameter_group" "shop" {
  name   = "shop"
  family = "mysql8.0"

  parameter {
    name  = "slow_query_log"
    value = "0" #! broken
    value = "1" #! repaired
  }
  parameter {
    name  = "log_output"
    value = "FILE"
  }
}

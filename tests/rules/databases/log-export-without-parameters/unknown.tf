# case: the parameter group is declared elsewhere
resource "aws_db_instance" "shop" {
  engine                          = "mysql"
  parameter_group_name            = "shared-mysql"
  enabled_cloudwatch_logs_exports = ["slowquery"]
}

# case: the parameters come from a variable
variable "parameters" {
  type = map(string)
}

resource "aws_db_instance" "listed" {
  engine                          = "mysql"
  parameter_group_name            = aws_db_parameter_group.listed.name
  enabled_cloudwatch_logs_exports = ["general"]
}

resource "aws_db_parameter_group" "listed" {
  family = "mysql8.0"

  dynamic "parameter" {
    for_each = var.parameters
    content {
      name  = parameter.key
      value = parameter.value
    }
  }
}

# case: a replica of something elsewhere
resource "aws_db_instance" "replica" {
  engine                          = "mysql"
  replicate_source_db             = "arn:aws:rds:eu-west-1:123456789012:db:shop"
  enabled_cloudwatch_logs_exports = ["slowquery"]
}

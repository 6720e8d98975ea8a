# case: the parameter group is declared elsewhere
resource "aws_db_instance" "shop" {
  engine               = "postgres"
  parameter_group_name = "shared-postgres"
}

# case: the level is a variable
variable "level" {
  type = string
}

resource "aws_db_instance" "level" {
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.level.name
}

resource "aws_db_parameter_group" "level" {
  family = "postgres16"

  parameter {
    name  = "log_statement"
    value = var.level
  }
  parameter {
    name  = "log_min_duration_statement"
    value = "500"
  }
}

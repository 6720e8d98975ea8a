resource "aws_db_instance" "shop" {
  engine               = "postgres"
  parameter_group_name = aws_db_parameter_group.shop.name
}

resource "aws_db_parameter_group" "shop" {
  family = "postgres16" # with pgvector
}

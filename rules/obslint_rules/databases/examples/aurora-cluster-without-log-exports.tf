resource "aws_rds_cluster" "shop" {
  engine        = "aurora-postgresql"
  database_name = "shop"

  # scales
  serverlessv2_scaling_configuration {
    max_capacity = 4
    min_capacity = 1
  }
}

# case: nothing exported
resource "aws_rds_cluster" "shop" {
  engine        = "aurora-postgresql"
  database_name = "shop"

  # scales
  serverlessv2_scaling_configuration {
    max_capacity = 4
    min_capacity = 1
  }
}

# case: a Multi-AZ cluster
resource "aws_rds_cluster" "three" {
  engine                    = "mysql"
  db_cluster_instance_class = "db.m5d.large"
}

# case: before version 5 of the provider, no engine meant Aurora MySQL
resource "aws_rds_cluster" "old" {
  database_name = "old"
}

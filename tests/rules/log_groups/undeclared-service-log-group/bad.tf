# case: the default group of a build project
resource "aws_codebuild_project" "build" {
  name         = "build" # nightly
  service_role = "arn:aws:iam::111122223333:role/build"
}

# case: a group that is named and not declared
resource "aws_codebuild_project" "named" {
  name         = "named"
  service_role = "arn:aws:iam::111122223333:role/build"

  logs_config {
    cloudwatch_logs {
      group_name = "/ci/named"
    }
  }
}

# case: one of two exports of a database
resource "aws_db_instance" "orders" {
  identifier                      = "orders"
  engine                          = "postgres"
  instance_class                  = "db.t4g.micro"
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
}

resource "aws_cloudwatch_log_group" "orders" {
  name = "/aws/rds/instance/orders/postgresql"
}

# case: the export of a cluster
resource "aws_rds_cluster" "shop" {
  cluster_identifier              = "shop"
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"] # slow queries
}

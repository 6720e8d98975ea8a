# case: declared under the name of the project
resource "aws_codebuild_project" "build" {
  name         = "build"
  service_role = "arn:aws:iam::111122223333:role/build"
}

resource "aws_cloudwatch_log_group" "build" {
  name = "/aws/codebuild/${aws_codebuild_project.build.name}"
}

# case: named and declared
resource "aws_codebuild_project" "named" {
  name         = "named"
  service_role = "arn:aws:iam::111122223333:role/build"

  logs_config {
    cloudwatch_logs {
      group_name = aws_cloudwatch_log_group.named.name
    }
  }
}

resource "aws_cloudwatch_log_group" "named" {
  name = "/ci/named"
}

# case: no logs in CloudWatch
resource "aws_codebuild_project" "quiet" {
  name         = "quiet"
  service_role = "arn:aws:iam::111122223333:role/build"

  logs_config {
    cloudwatch_logs {
      status = "DISABLED"
    }
  }
}

# case: every export is declared
resource "aws_db_instance" "orders" {
  identifier                      = "orders"
  engine                          = "postgres"
  instance_class                  = "db.t4g.micro"
  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
}

resource "aws_cloudwatch_log_group" "orders" {
  for_each = toset(["postgresql", "upgrade"])
  name     = "/aws/rds/instance/orders/${each.key}"
}

# case: no exports
resource "aws_docdb_cluster" "documents" {
  cluster_identifier = "documents"
}

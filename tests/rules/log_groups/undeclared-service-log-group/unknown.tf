# case: which logs are exported is not known
variable "exports" {
  type = list(string)
}

resource "aws_db_instance" "by_variable" {
  identifier                      = "orders"
  engine                          = "postgres"
  instance_class                  = "db.t4g.micro"
  enabled_cloudwatch_logs_exports = var.exports
}

# case: whether a group is the one is not known
variable "group" {
  type = string
}

resource "aws_codebuild_project" "by_group" {
  name         = "build"
  service_role = "arn:aws:iam::111122223333:role/build"
}

resource "aws_cloudwatch_log_group" "perhaps" {
  name = var.group
}

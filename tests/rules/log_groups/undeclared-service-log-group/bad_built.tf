# case: a name that is built from what is not known
variable "env" {
  type = string
}

resource "aws_docdb_cluster" "carts" {
  cluster_identifier              = "carts-${var.env}"
  enabled_cloudwatch_logs_exports = ["profiler"]
}

# case: a name that is cut out of another
data "aws_ssm_parameter" "team" {
  name = "/team"
}

resource "aws_rds_cluster" "stock" {
  cluster_identifier              = "${split("-", data.aws_ssm_parameter.team.value)[0]}-stock"
  engine                          = "aurora-postgresql"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

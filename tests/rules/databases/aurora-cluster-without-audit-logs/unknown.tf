# case: an item of the list is not known
variable "log" {
  type = string
}

resource "aws_rds_cluster" "shop" {
  engine                          = "aurora-mysql"
  enabled_cloudwatch_logs_exports = ["error", var.log]
}

# case: a copy of something elsewhere
variable "source_arn" {
  type = string
}

resource "aws_rds_cluster" "copy" {
  engine                        = var.source_arn == "" ? "aurora-mysql" : "aurora-postgresql"
  replication_source_identifier = var.source_arn
}

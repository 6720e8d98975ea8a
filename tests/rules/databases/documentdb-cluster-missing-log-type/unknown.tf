# case: a variable without a value
variable "exports" {
  type = list(string)
}

resource "aws_docdb_cluster" "shop" {
  enabled_cloudwatch_logs_exports = var.exports
}

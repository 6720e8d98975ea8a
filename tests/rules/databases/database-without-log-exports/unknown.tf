# case: a variable without a value
variable "exports" {
  type = list(string)
}

resource "aws_db_instance" "listed" {
  engine                          = "mysql"
  enabled_cloudwatch_logs_exports = var.exports
}

# case: what engine it is decides whether it can export at all
variable "engine" {
  type = string
}

resource "aws_db_instance" "kind" {
  engine = var.engine
}

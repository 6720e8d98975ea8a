# case: a variable without a value
variable "exports" {
  type = list(string)
}

resource "aws_redshiftserverless_namespace" "shop" {
  namespace_name = "shop"
  log_exports    = var.exports
}

resource "aws_redshiftserverless_namespace" "shop" {
  namespace_name = "shop"
  log_exports    = ["userlog", "connectionlog", "useractivitylog"]
}

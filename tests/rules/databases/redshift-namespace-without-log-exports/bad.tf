# case: nothing exported
resource "aws_redshiftserverless_namespace" "shop" {
  namespace_name = "shop"
}

# case: one of the two
resource "aws_redshiftserverless_namespace" "half" {
  namespace_name = "half"
  log_exports    = ["userlog"] # for now
}

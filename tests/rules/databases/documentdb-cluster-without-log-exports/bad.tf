# case: nothing exported
resource "aws_docdb_cluster" "shop" {
  cluster_identifier = "shop" # orders
}

# case: an empty list
resource "aws_docdb_cluster" "empty" {
  enabled_cloudwatch_logs_exports = []
}

resource "aws_docdb_cluster" "shop" {
  cluster_identifier = "shop" # orders
}

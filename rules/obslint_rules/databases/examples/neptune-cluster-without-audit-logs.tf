resource "aws_neptune_cluster" "shop" {
  cluster_identifier = "shop"
}

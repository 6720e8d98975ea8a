resource "aws_redshift_cluster" "shop" {
  cluster_identifier = "shop"
}

resource "aws_redshift_cluster" "shop" {
  cluster_identifier = "shop"
}

resource "aws_redshift_logging" "shop" {
  cluster_identifier   = aws_redshift_cluster.shop.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog"]
}

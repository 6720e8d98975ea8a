resource "aws_emr_cluster" "shop" {
  name = "shop"
}

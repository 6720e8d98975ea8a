resource "aws_eks_cluster" "shop" {
  name = "shop"
}

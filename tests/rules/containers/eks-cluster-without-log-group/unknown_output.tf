# case: an output hands the name to other code
resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  enabled_cluster_log_types = ["audit"]
}

output "name" {
  value = aws_eks_cluster.shop.name
}

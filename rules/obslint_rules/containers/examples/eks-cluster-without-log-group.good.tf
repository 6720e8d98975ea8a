resource "aws_cloudwatch_log_group" "shop" {
  name              = "/aws/eks/shop/cluster"
  retention_in_days = 90
}

resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  enabled_cluster_log_types = ["audit"]
  depends_on                = [aws_cloudwatch_log_group.shop]
}

# case: no group
resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  enabled_cluster_log_types = ["audit"] # who did what
}

# case: the group of another cluster
resource "aws_eks_cluster" "web" {
  name                      = "web"
  enabled_cluster_log_types = ["api", "audit"]
}

resource "aws_cloudwatch_log_group" "other" {
  name              = "/aws/eks/other/cluster"
  retention_in_days = 90
}

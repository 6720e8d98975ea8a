resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  role_arn                  = "arn:aws:iam::111111111111:role/eks"
  enabled_cluster_log_types = ["audit"]

  vpc_config {
    subnet_ids = ["subnet-a", "subnet-b"]
  }
}

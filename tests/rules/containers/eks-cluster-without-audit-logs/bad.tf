# case: nothing is said
resource "aws_eks_cluster" "shop" {
  name     = "shop"
  role_arn = "arn:aws:iam::111111111111:role/eks"

  vpc_config {
    subnet_ids = ["subnet-a", "subnet-b"]
  }
}

# case: an empty list
resource "aws_eks_cluster" "empty" {
  name                      = "empty"
  enabled_cluster_log_types = []
}

# case: other kinds only
resource "aws_eks_cluster" "other" {
  name                      = "other"
  enabled_cluster_log_types = ["api", "authenticator"] # cheap ones
}

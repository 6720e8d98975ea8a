# case: the group, by name
resource "aws_cloudwatch_log_group" "shop" {
  name              = "/aws/eks/shop/cluster"
  retention_in_days = 90
}

resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  enabled_cluster_log_types = ["audit"]
  depends_on                = [aws_cloudwatch_log_group.shop]
}

# case: the group of a cluster whose name is passed in
variable "name" {
  type = string
}

resource "aws_cloudwatch_log_group" "passed" {
  name = "/aws/eks/${var.name}/cluster"
}

resource "aws_eks_cluster" "passed" {
  name                      = var.name
  enabled_cluster_log_types = ["audit"]
}

# case: nothing is logged, which is another rule
resource "aws_eks_cluster" "silent" {
  name = "silent"
}

# case: the list is passed in
variable "types" {
  type = list(string)
}

resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  enabled_cluster_log_types = var.types
}

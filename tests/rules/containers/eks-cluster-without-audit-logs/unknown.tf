# case: the list is passed in
variable "types" {
  type = list(string)
}

resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  enabled_cluster_log_types = var.types
}

# case: one of the kinds is passed in
variable "more" {
  type = string
}

resource "aws_eks_cluster" "more" {
  name                      = "more"
  enabled_cluster_log_types = ["api", var.more]
}

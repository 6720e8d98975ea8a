# case: the audit log alone
resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  enabled_cluster_log_types = ["audit"]
}

# case: one of the kinds is not known, but audit is there
variable "more" {
  type = string
}

resource "aws_eks_cluster" "more" {
  name                      = "more"
  enabled_cluster_log_types = concat(["audit"], [var.more])
}

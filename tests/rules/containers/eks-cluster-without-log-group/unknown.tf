# case: the name of the group is passed in
variable "group" {
  type = string
}

resource "aws_cloudwatch_log_group" "passed" {
  name = var.group
}

resource "aws_eks_cluster" "shop" {
  name                      = "shop"
  enabled_cluster_log_types = ["audit"]
}

# case: nothing is said
resource "aws_eks_cluster" "shop" {
  name = "shop"
}

# case: some of the kinds
resource "aws_eks_cluster" "some" {
  name = "some"

  enabled_cluster_log_types = [
    "api",
    "audit",
  ] # who asks
}

# case: the default of a variable
variable "types" {
  type    = list(string)
  default = ["api", "audit", "authenticator", "controllerManager"]
}

resource "aws_eks_cluster" "variable" {
  name                      = "variable"
  enabled_cluster_log_types = var.types
}

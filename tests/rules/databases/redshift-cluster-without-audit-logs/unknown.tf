# case: the identifier leaves the unit, and logging may be switched on there
resource "aws_redshift_cluster" "shop" {
  cluster_identifier = "shop"
}

output "cluster" {
  value = aws_redshift_cluster.shop.cluster_identifier
}

# case: the switch is a variable
variable "logs" {
  type = bool
}

resource "aws_redshift_cluster" "maybe" {
  cluster_identifier = "maybe"

  logging {
    enable = var.logs
  }
}

# case: the unit has a role for it
resource "aws_rds_cluster_instance" "shop" {
  cluster_identifier  = "shop"
  monitoring_interval = 60
}

resource "aws_iam_role" "monitoring" {
  assume_role_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "monitoring.rds.amazonaws.com" } }]
  })
}

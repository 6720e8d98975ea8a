resource "aws_neptune_cluster" "shop" {
  enable_cloudwatch_logs_exports = ["audit"]
  neptune_cluster_parameter_group_name = aws_neptune_cluster_parameter_group.shop.name
}

resource "aws_neptune_cluster_parameter_group" "shop" {
  family = "neptune1.3"

  parameter {
    name  = "neptune_enable_audit_log"
    value = "1"
  }
}

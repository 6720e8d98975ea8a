# case: the parameter group is declared elsewhere
resource "aws_neptune_cluster" "shop" {
  enable_cloudwatch_logs_exports = ["audit"]
  neptune_cluster_parameter_group_name = "shared"
}

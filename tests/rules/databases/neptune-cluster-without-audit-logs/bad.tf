# case: nothing exported
resource "aws_neptune_cluster" "shop" {
  cluster_identifier = "shop"
}

# case: another log only
resource "aws_neptune_cluster" "slow" {
  enable_cloudwatch_logs_exports = ["slowquery"] # for now
}

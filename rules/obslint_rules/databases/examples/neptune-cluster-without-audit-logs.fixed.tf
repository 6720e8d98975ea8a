resource "aws_neptune_cluster" "shop" {
  cluster_identifier             = "shop"
  enable_cloudwatch_logs_exports = ["audit"]
}

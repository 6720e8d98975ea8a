resource "aws_neptune_cluster" "shop" {
  enable_cloudwatch_logs_exports = ["audit", "slowquery"]
}

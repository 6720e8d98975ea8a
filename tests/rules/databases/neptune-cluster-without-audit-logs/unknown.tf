# case: an item is not known
variable "log" {
  type = string
}

resource "aws_neptune_cluster" "shop" {
  enable_cloudwatch_logs_exports = [var.log]
}

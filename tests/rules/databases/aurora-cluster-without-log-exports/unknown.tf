# case: the mode is not known
variable "mode" {
  type = string
}

resource "aws_rds_cluster" "shop" {
  engine      = "aurora-mysql"
  engine_mode = var.mode
}

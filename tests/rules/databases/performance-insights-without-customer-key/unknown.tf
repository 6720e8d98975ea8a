# case: whether it is on is a variable
variable "insights" {
  type = bool
}

resource "aws_db_instance" "shop" {
  engine                       = "postgres"
  performance_insights_enabled = var.insights
}

# case: the key is a variable
variable "key_arn" {
  type = string
}

resource "aws_rds_cluster" "shop" {
  engine                          = "aurora-mysql"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = var.key_arn
}

# case: the account setting is not known
variable "insights" {
  type = string
}

resource "aws_ecs_account_setting_default" "insights" {
  name  = "containerInsights"
  value = var.insights
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"
}

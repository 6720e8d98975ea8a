# case: the account setting switches it on
resource "aws_ecs_account_setting_default" "insights" {
  name  = "containerInsights"
  value = "enhanced"
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"
}

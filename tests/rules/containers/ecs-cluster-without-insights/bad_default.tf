# case: the account setting is on, and the cluster says otherwise
resource "aws_ecs_account_setting_default" "insights" {
  name  = "containerInsights"
  value = "enabled"
}

resource "aws_ecs_cluster" "off" {
  name = "off"

  setting {
    name  = "containerInsights"
    value = "disabled"
  }
}

# case: a dynamic block over a map switches it off
resource "aws_ecs_cluster" "count" {
  name = "count"

  dynamic "setting" {
    for_each = { containerInsights = "disabled" }
    content {
      name  = setting.key
      value = setting.value
    }
  }
}

# case: the value is passed in
variable "insights" {
  type = string
}

resource "aws_ecs_cluster" "shop" {
  name = "shop"

  setting {
    name  = "containerInsights"
    value = var.insights
  }
}

# case: dynamic blocks over something that is not known
variable "settings" {
  type = map(string)
}

resource "aws_ecs_cluster" "dynamic" {
  name = "dynamic"

  dynamic "setting" {
    for_each = var.settings
    content {
      name  = setting.key
      value = setting.value
    }
  }
}

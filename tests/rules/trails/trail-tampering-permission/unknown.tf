# case: the actions are not known
variable "actions" {}

resource "aws_iam_group_policy" "a" {
  group  = "ops"
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = var.actions, Resource = "*" }] })
}

# case: the text is not known
variable "containers" {
  type = string
}

resource "aws_ecs_task_definition" "passed" {
  family                = "shop"
  container_definitions = var.containers
}

# case: a container that is spliced in
resource "aws_ecs_task_definition" "spliced" {
  family = "shop"

  container_definitions = <<-EOT
    [
      { "name": "app", "logConfiguration": { "logDriver": "awslogs" } },
      ${var.containers}
    ]
  EOT
}

# case: the log configuration is passed as a whole
variable "log_configuration" {
  type = any
}

resource "aws_ecs_task_definition" "logs" {
  family = "shop"
  container_definitions = jsonencode([
    { name = "app", image = "shop:1", logConfiguration = var.log_configuration },
  ])
}

# case: a text that is not JSON
resource "aws_ecs_task_definition" "broken" {
  family                = "shop"
  container_definitions = "[{"
}

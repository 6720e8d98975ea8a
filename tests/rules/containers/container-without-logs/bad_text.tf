variable "image" {
  type = string
}

variable "cpu" {
  type = number
}

# case: a heredoc with values filled in
resource "aws_ecs_task_definition" "heredoc" {
  family = "heredoc"

  container_definitions = <<-EOT
    [
      {
        "name":  "app",
        "image": "${var.image}",
        "cpu":   ${var.cpu}
      }
    ]
  EOT
}

# case: a name that is not known
resource "aws_ecs_task_definition" "named" {
  family                = "named"
  container_definitions = jsonencode([{ image = "shop", name = "${var.image}-app" }])
}

# case: text on one line, and a driver that drops everything
resource "aws_ecs_task_definition" "line" {
  family                = "line"
  container_definitions = "[{\"name\": \"app\", \"logConfiguration\": {\"logDriver\": \"none\"}}]"
}

# case: each container has a driver
resource "aws_ecs_task_definition" "shop" {
  family = "shop"

  container_definitions = jsonencode([
    { name = "web", logConfiguration = { logDriver = "awslogs", options = { awslogs-group = "/ecs/shop" } } },
    { name = "app", logConfiguration = { logDriver = "splunk" } },
    { name = "job", logConfiguration = { logDriver = "awsfirelens" } },
    { name = "router", firelensConfiguration = { type = "fluentbit" } }, # its own output stays on the host
  ])
}

# case: a sidecar, and keys as CloudFormation writes them
variable "registry" {
  type = string
}

resource "aws_ecs_task_definition" "sidecar" {
  family = "sidecar"

  container_definitions = <<-EOT
    [
      { "name": "tracing", "image": "${var.registry}/aws-xray-daemon:3" },
      { "Name": "app", "LogConfiguration": { "LogDriver": "awslogs" } }
    ]
  EOT
}

# case: the driver is passed, and it is certain that there is one
variable "group" {
  type = string
}

resource "aws_ecs_task_definition" "driver" {
  family                = "driver"
  container_definitions = jsonencode([{ name = "app", logConfiguration = { logDriver = "aws${var.group}" } }])
}

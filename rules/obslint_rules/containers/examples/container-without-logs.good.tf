resource "aws_ecs_task_definition" "shop" {
  family = "shop"

  container_definitions = jsonencode([
    { name = "web", logConfiguration = { logDriver = "awslogs", options = { awslogs-group = "/ecs/shop" } } },
    { name = "app", logConfiguration = { logDriver = "splunk" } },
    { name = "job", logConfiguration = { logDriver = "awsfirelens" } },
    { name = "router", firelensConfiguration = { type = "fluentbit" } }, # its own output stays on the host
  ])
}

resource "aws_ecs_cluster" "silent" {
  name = "silent"
}

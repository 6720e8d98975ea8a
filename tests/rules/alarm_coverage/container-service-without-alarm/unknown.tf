# case: no alarm is declared beside it
resource "aws_ecs_service" "cart" {
  name            = "cart"
  cluster         = "main"   # shared
  task_definition = "cart:3"
}

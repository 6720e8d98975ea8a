variable "policy" {
  type = string
}

# case: the policy is not known
resource "aws_iam_role" "some" {
  name               = "some"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

resource "aws_iam_role_policy_attachment" "some" {
  role       = aws_iam_role.some.name
  policy_arn = var.policy
}

resource "aws_ecs_task_definition" "some" {
  family                   = "some"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.some.arn # pulls the image
  container_definitions = jsonencode([{
    name  = "app"
    image = "app:1"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/ecs/some"
        awslogs-region        = "eu-west-1"
        awslogs-stream-prefix = "app"
      }
    }
  }])
}

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

# case: where it runs, and where it logs, is passed in
resource "aws_iam_role" "bare" {
  name               = "bare"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

resource "aws_ecs_task_definition" "launch" {
  family                   = "launch"
  requires_compatibilities = [var.policy]
  execution_role_arn       = aws_iam_role.bare.arn
  container_definitions = jsonencode([{
    name             = "app"
    image            = "app:1"
    logConfiguration = { logDriver = "awslogs", options = { awslogs-group = "/ecs/bare", awslogs-region = "eu-west-1" } }
  }])
}

resource "aws_ecs_task_definition" "driver" {
  family                   = "driver"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.bare.arn
  container_definitions = jsonencode([{
    name             = "app"
    image            = "app:1"
    logConfiguration = { logDriver = var.policy, options = { awslogs-group = "/ecs/bare", awslogs-region = "eu-west-1" } }
  }])
}

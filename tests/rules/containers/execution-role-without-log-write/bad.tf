# case: no policy at all
resource "aws_iam_role" "bare" {
  name               = "bare"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

resource "aws_ecs_task_definition" "bare" {
  family                   = "bare"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.bare.arn # pulls the image
  container_definitions = jsonencode([{
    name  = "app"
    image = "app:1"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/ecs/bare"
        awslogs-region        = "eu-west-1"
        awslogs-stream-prefix = "app"
      }
    }
  }])
}

# case: a policy for images only
resource "aws_iam_role" "pull" {
  name               = "pull"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

resource "aws_iam_role_policy" "pull" {
  name   = "pull"
  role   = aws_iam_role.pull.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["ecr:*"], Resource = "*" }] })
}

resource "aws_ecs_task_definition" "pull" {
  family                   = "pull"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.pull.arn # pulls the image
  container_definitions = jsonencode([{
    name  = "app"
    image = "app:1"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/ecs/pull"
        awslogs-region        = "eu-west-1"
        awslogs-stream-prefix = "app"
      }
    }
  }])
}

# case: AWS's policy does not let it create the group
resource "aws_iam_role" "maker" {
  name               = "maker"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

resource "aws_iam_role_policy_attachment" "maker" {
  role       = aws_iam_role.maker.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_ecs_task_definition" "maker" {
  family                   = "maker"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.maker.arn # pulls the image
  container_definitions = jsonencode([{
    name  = "app"
    image = "app:1"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/ecs/maker"
        awslogs-region        = "eu-west-1"
        awslogs-stream-prefix = "app"
        awslogs-create-group  = "true"
      }
    }
  }])
}

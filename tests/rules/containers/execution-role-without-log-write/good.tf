# case: AWS's policy
resource "aws_iam_role" "std" {
  name               = "std"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

resource "aws_iam_role_policy_attachment" "std" {
  role       = aws_iam_role.std.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_ecs_task_definition" "std" {
  family                   = "std"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.std.arn # pulls the image
  container_definitions = jsonencode([{
    name  = "app"
    image = "app:1"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/ecs/std"
        awslogs-region        = "eu-west-1"
        awslogs-stream-prefix = "app"
      }
    }
  }])
}

# case: a policy of its own
resource "aws_iam_role" "own" {
  name               = "own"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })

  inline_policy {
    name   = "logs"
    policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "*" }] })
  }
}

resource "aws_ecs_task_definition" "own" {
  family                   = "own"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.own.arn # pulls the image
  container_definitions = jsonencode([{
    name  = "app"
    image = "app:1"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/ecs/own"
        awslogs-region        = "eu-west-1"
        awslogs-stream-prefix = "app"
      }
    }
  }])
}

# case: on instances, their role writes
resource "aws_iam_role" "ec2" {
  name               = "ec2"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

resource "aws_ecs_task_definition" "ec2" {
  family                   = "ec2"
  requires_compatibilities = ["EC2"]
  execution_role_arn       = aws_iam_role.ec2.arn # pulls the image
  container_definitions = jsonencode([{
    name  = "app"
    image = "app:1"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group         = "/ecs/ec2"
        awslogs-region        = "eu-west-1"
        awslogs-stream-prefix = "app"
      }
    }
  }])
}

# case: the group that it could make is declared
resource "aws_iam_role" "maker" {
  name               = "maker"
  assume_role_policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "ecs-tasks.amazonaws.com" } }] })
}

resource "aws_iam_role_policy_attachment" "maker" {
  role       = aws_iam_role.maker.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
}

resource "aws_cloudwatch_log_group" "maker" {
  name = "/ecs/maker"
}

resource "aws_ecs_task_definition" "maker" {
  family                   = "maker"
  requires_compatibilities = ["FARGATE"]
  execution_role_arn       = aws_iam_role.maker.arn
  container_definitions = jsonencode([{
    name  = "app"
    image = "app:1"
    logConfiguration = {
      logDriver = "awslogs"
      options = {
        awslogs-group        = aws_cloudwatch_log_group.maker.name
        awslogs-region       = "eu-west-1"
        awslogs-create-group = "true"
      }
    }
  }])
}

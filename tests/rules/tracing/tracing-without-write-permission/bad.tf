# case: a function that may write logs
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = aws_iam_role.orders.arn

  tracing_config {
    mode = "Active" # sampled
  }
}

resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "*" }] })
}

# case: a workflow
resource "aws_sfn_state_machine" "flow" {
  name       = "flow"
  definition = "{}"
  role_arn   = aws_iam_role.flow.arn

  tracing_configuration {
    enabled = true
  }
}

resource "aws_iam_role" "flow" {
  name               = "flow"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

# case: a daemon beside the application
resource "aws_ecs_task_definition" "web" {
  family        = "web"
  task_role_arn = aws_iam_role.web.arn
  container_definitions = jsonencode([
    { name = "web", image = "web:1" },
    { name = "xray", image = "public.ecr.aws/xray/aws-xray-daemon:3.x" },
  ])
}

resource "aws_iam_role" "web" {
  name               = "web"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "ecs-tasks.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

# case: a role that lists its policies, which detaches any other
resource "aws_lambda_function" "roles" {
  function_name = "roles"
  role          = aws_iam_role.roles.arn

  tracing_config {
    mode = "Active"
  }
}

resource "aws_iam_role" "roles" {
  name                = "roles"
  assume_role_policy  = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
  managed_policy_arns = ["arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"]
}

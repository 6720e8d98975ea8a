resource "aws_sfn_state_machine" "orders" {
  name       = "orders"
  definition = "{}"
  role_arn   = aws_iam_role.orders.arn

  logging_configuration {
    level           = "ERROR" # failures
    log_destination = "arn:aws:logs:eu-west-1:111122223333:log-group:flows:*"
  }
}

resource "aws_iam_role" "orders" {
  name               = "orders"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "orders" {
  role   = aws_iam_role.orders.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["logs:*LogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:Describe*"], Resource = "*" }] })
}

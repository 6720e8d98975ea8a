# case: all of them
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

# case: limited to the account
resource "aws_sfn_state_machine" "account" {
  name       = "account"
  definition = "{}"
  role_arn   = aws_iam_role.account.arn

  logging_configuration {
    level           = "ERROR" # failures
    log_destination = "arn:aws:logs:eu-west-1:111122223333:log-group:flows:*"
  }
}

resource "aws_iam_role" "account" {
  name               = "account"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "account" {
  role   = aws_iam_role.account.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["logs:*LogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:Describe*"], Resource = "arn:aws:logs:*:*:*" }] })
}

# case: no logs
resource "aws_sfn_state_machine" "quiet" {
  name       = "quiet"
  definition = "{}"
  role_arn   = aws_iam_role.quiet.arn

  logging_configuration {
    level           = "OFF" # failures
    log_destination = "arn:aws:logs:eu-west-1:111122223333:log-group:flows:*"
  }
}

resource "aws_iam_role" "quiet" {
  name               = "quiet"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "states.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

# case: a role elsewhere
resource "aws_sfn_state_machine" "far" {
  name       = "far"
  definition = "{}"
  role_arn   = "arn:aws:iam::111122223333:role/far"

  logging_configuration {
    level           = "ERROR" # failures
    log_destination = "arn:aws:logs:eu-west-1:111122223333:log-group:flows:*"
  }
}

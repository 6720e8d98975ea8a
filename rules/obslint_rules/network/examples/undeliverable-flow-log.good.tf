resource "aws_flow_log" "all" {
  vpc_id          = "vpc-1"
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flows.arn
  iam_role_arn    = aws_iam_role.all.arn # to write with
}

resource "aws_iam_role" "all" {
  name               = "all"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "vpc-flow-logs.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "all" {
  role   = aws_iam_role.all.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["logs:*"], Resource = "*" }] })
}

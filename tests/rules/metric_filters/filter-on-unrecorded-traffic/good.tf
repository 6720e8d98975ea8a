# case: all is recorded
resource "aws_cloudwatch_log_group" "a" {
  name = "flows-a"
}

resource "aws_flow_log" "a" {
  vpc_id          = "vpc-0123456789abcdef0"
  iam_role_arn    = "arn:aws:iam::123456789012:role/flows"
  log_destination = aws_cloudwatch_log_group.a.arn
  traffic_type    = "ALL" # cheaper
}

resource "aws_cloudwatch_log_metric_filter" "ssh" {
  name           = "ssh"
  log_group_name = aws_cloudwatch_log_group.a.name
  pattern        = "[version, account, eni, source, destination, srcport, destport=\"22\", protocol=\"6\", packets, bytes, windowstart, windowend, action=\"REJECT\", flowlogstatus]" # counted

  metric_transformation {
    name      = "ssh"
    namespace = "app"
    value     = "1"
  }
}

# case: what is counted is recorded
resource "aws_cloudwatch_log_group" "b" {
  name = "flows-b"
}

resource "aws_flow_log" "b" {
  vpc_id          = "vpc-0123456789abcdef0"
  iam_role_arn    = "arn:aws:iam::123456789012:role/flows"
  log_destination = aws_cloudwatch_log_group.b.arn
  traffic_type    = "REJECT" # cheaper
}

resource "aws_cloudwatch_log_metric_filter" "rejected" {
  name           = "rejected"
  log_group_name = aws_cloudwatch_log_group.b.name
  pattern        = "REJECT OK" # counted

  metric_transformation {
    name      = "rejected"
    namespace = "app"
    value     = "1"
  }
}

# case: every action is counted
resource "aws_cloudwatch_log_group" "c" {
  name = "flows-c"
}

resource "aws_flow_log" "c" {
  vpc_id          = "vpc-0123456789abcdef0"
  iam_role_arn    = "arn:aws:iam::123456789012:role/flows"
  log_destination = aws_cloudwatch_log_group.c.arn
  traffic_type    = "REJECT" # cheaper
}

resource "aws_cloudwatch_log_metric_filter" "any" {
  name           = "any"
  log_group_name = aws_cloudwatch_log_group.c.name
  pattern        = "?ACCEPT ?REJECT" # counted

  metric_transformation {
    name      = "any"
    namespace = "app"
    value     = "1"
  }
}

# case: another log group
resource "aws_cloudwatch_log_metric_filter" "other" {
  name           = "other"
  log_group_name = "other"
  pattern        = "REJECT" # counted

  metric_transformation {
    name      = "other"
    namespace = "app"
    value     = "1"
  }
}

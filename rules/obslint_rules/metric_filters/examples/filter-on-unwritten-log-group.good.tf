resource "aws_cloudwatch_log_group" "flows" {
  name = "flows-log" # by hand
}

resource "aws_flow_log" "all" {
  vpc_id          = "vpc-0123456789abcdef0"
  log_destination = aws_cloudwatch_log_group.flows.arn
  iam_role_arn    = "arn:aws:iam::123456789012:role/flows"
  traffic_type    = "ALL"
}

resource "aws_cloudwatch_log_metric_filter" "rejected" {
  name           = "rejected"
  log_group_name = aws_cloudwatch_log_group.flows.name
  pattern        = "REJECT" # counted

  metric_transformation {
    name      = "rejected"
    namespace = "app"
    value     = "1"
  }
}

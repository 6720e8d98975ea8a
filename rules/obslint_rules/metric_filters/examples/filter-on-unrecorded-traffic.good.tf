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

resource "aws_pipes_pipe" "orders" {
  name     = "orders"   # the money
  role_arn = "arn:aws:iam::111122223333:role/pipes"
  source   = "arn:aws:sqs:eu-west-1:111122223333:orders"
  target   = "arn:aws:sqs:eu-west-1:111122223333:billed"

  log_configuration {
    level = "ERROR"

    cloudwatch_logs_log_destination {
      log_group_arn = aws_cloudwatch_log_group.orders_logs.arn
    }
  }
}

resource "aws_cloudwatch_log_group" "orders_logs" {
  name_prefix       = "/aws/vendedlogs/pipes/orders-"
  retention_in_days = 365
}

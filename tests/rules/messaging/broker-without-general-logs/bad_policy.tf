# case: Amazon MQ may write logs
resource "aws_mq_broker" "orders" {
  engine_type = "ActiveMQ"

  logs {
    audit = true
  }
}

resource "aws_cloudwatch_log_resource_policy" "mq" {
  policy_name = "mq"
  policy_document = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "mq.amazonaws.com" }
      Action    = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource  = "arn:aws:logs:*:*:log-group:/aws/amazonmq/*"
    }]
  })
}

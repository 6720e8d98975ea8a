resource "aws_sns_topic" "orders" {
  name                           = "orders"
  http_failure_feedback_role_arn = aws_iam_role.orders_logs.arn
  sqs_failure_feedback_role_arn  = aws_iam_role.orders_logs.arn
}

resource "aws_iam_role" "orders_logs" {
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect = "Allow"
        Action = "sts:AssumeRole"
        Principal = {
          Service = "sns.amazonaws.com"
        }
      },
    ]
  })
}

resource "aws_iam_role_policy" "orders_logs" {
  name = "write-logs"
  role = aws_iam_role.orders_logs.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action = [
          "logs:CreateLogGroup",
          "logs:CreateLogStream",
          "logs:PutLogEvents",
          "logs:PutMetricFilter",
          "logs:PutRetentionPolicy",
        ]
        Resource = "*"
      },
    ]
  })
}

resource "aws_sns_topic_subscription" "orders_sqs" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "sqs" # to it
  endpoint  = "somewhere"
}

resource "aws_sns_topic_subscription" "orders_https" {
  topic_arn = aws_sns_topic.orders.arn
  protocol  = "https" # to it
  endpoint  = "somewhere"
}

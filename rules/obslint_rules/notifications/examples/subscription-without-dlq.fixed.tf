resource "aws_sns_topic_subscription" "pager" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "https"
  endpoint  = "https://pager.acme.dev/sns"
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.pager_dead_letters.arn
  })
}

resource "aws_sqs_queue" "pager_dead_letters" {
  message_retention_seconds = 1209600
}

resource "aws_sqs_queue_policy" "pager" {
  queue_url = aws_sqs_queue.pager_dead_letters.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Principal = {
          Service = "sns.amazonaws.com"
        }
        Action   = "sqs:SendMessage"
        Resource = aws_sqs_queue.pager_dead_letters.arn
      },
    ]
  })
}

resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

# case: no policy
resource "aws_sqs_queue" "jobs" {
  name = "jobs"
}

resource "aws_sns_topic_subscription" "sub_jobs" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"   # to it
  endpoint  = aws_sqs_queue.jobs.arn
}

# case: another service
resource "aws_sqs_queue" "mails" {
  name = "mails"
}

resource "aws_sqs_queue_policy" "mails" {
  queue_url = aws_sqs_queue.mails.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "events.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.mails.arn }]
  })
}

resource "aws_sns_topic_subscription" "sub_mails" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"   # to it
  endpoint  = aws_sqs_queue.mails.arn
}

# case: another topic
resource "aws_sqs_queue" "lost" {
  name = "lost"
}

resource "aws_sqs_queue_policy" "lost" {
  queue_url = aws_sqs_queue.lost.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "sns.amazonaws.com" }, Action = "sqs:SendMessage", Resource = aws_sqs_queue.lost.arn, Condition = { ArnEquals = { "aws:SourceArn" = "arn:aws:sns:eu-central-1:111122223333:news" } } }]
  })
}

resource "aws_sns_topic_subscription" "sub_lost" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"   # to it
  endpoint  = aws_sqs_queue.lost.arn
}

# case: messages that wait
resource "aws_sqs_queue" "orders" {
  name           = "orders"
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 3 })
}

resource "aws_sqs_queue" "dead" {
  name = "dead"
}

resource "aws_cloudwatch_metric_alarm" "dead_letters" {
  alarm_name          = "dead_letters"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"  # who is called: the team
  statistic           = "Maximum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    QueueName = aws_sqs_queue.dead.name # of this team
  }
}

# case: a queue of its own
resource "aws_cloudwatch_metric_alarm" "sent" {
  alarm_name          = "sent"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "NumberOfMessagesSent"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    QueueName = aws_sqs_queue.orders.name # of this team
  }
}

# case: the dead letters of a function too, which it sends
resource "aws_sqs_queue" "mail" {
  name = "mail"
}

resource "aws_sqs_queue" "returned" {
  name = "returned"
}

resource "aws_sqs_queue_redrive_policy" "mail" {
  queue_url      = aws_sqs_queue.mail.url
  redrive_policy = jsonencode({ deadLetterTargetArn = aws_sqs_queue.returned.arn, maxReceiveCount = 3 })
}

resource "aws_lambda_function" "orders" {
  function_name = "orders"
  dead_letter_config {
    target_arn = aws_sqs_queue.returned.arn
  }
}

resource "aws_cloudwatch_metric_alarm" "mixed" {
  alarm_name          = "mixed"
  comparison_operator = "GreaterThanThreshold"
  namespace           = "AWS/SQS"
  metric_name         = "NumberOfMessagesSent"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    QueueName = aws_sqs_queue.returned.name # of this team
  }
}

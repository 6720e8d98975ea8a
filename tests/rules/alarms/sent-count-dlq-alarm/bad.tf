# case: the count of messages sent
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
  metric_name         = "NumberOfMessagesSent"  # who is called: the team
  statistic           = "Sum"
  period              = 60
  evaluation_periods  = 1
  threshold           = 0
  dimensions = {
    QueueName = aws_sqs_queue.dead.name # of this team
  }
}

# case: a redrive policy of its own
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

resource "aws_cloudwatch_metric_alarm" "returned_mail" {
  alarm_name          = "returned_mail"
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

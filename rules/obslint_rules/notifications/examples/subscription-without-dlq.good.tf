resource "aws_sns_topic_subscription" "pager" {
  topic_arn      = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol       = "https"
  endpoint       = "https://pager.acme.dev/sns"
  redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:eu-central-1:111122223333:lost" })
}

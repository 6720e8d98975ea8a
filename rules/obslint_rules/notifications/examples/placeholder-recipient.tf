resource "aws_sns_topic_subscription" "mail" {
  topic_arn = "arn:aws:sns:eu-central-1:111122223333:oncall"
  protocol  = "email"
  endpoint  = "alerts@example.com"
}

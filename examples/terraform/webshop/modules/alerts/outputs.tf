output "security_topic_arn" {
  value = aws_sns_topic.security.arn
}

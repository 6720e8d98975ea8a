resource "aws_kms_key" "key_jobs" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "arn:aws:iam::111122223333:root" }, Action = "kms:*", Resource = "*" },   # us
      { Effect = "Allow", Principal = { Service = "sns.amazonaws.com" }, Action = ["kms:Decrypt", "kms:GenerateDataKey*"], Resource = "*" },
    ]
  })
}

resource "aws_sqs_queue" "jobs" {
  kms_master_key_id = aws_kms_key.key_jobs.arn
}

resource "aws_sns_topic_subscription" "sub_jobs" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "sqs"   # to it
  endpoint  = aws_sqs_queue.jobs.arn
}

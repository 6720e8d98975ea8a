data "aws_caller_identity" "current" {}

# Opens an incident.
resource "aws_sns_topic" "oncall" {
  name              = "${var.name}-oncall"
  kms_master_key_id = "alias/aws/sns" # encrypted at rest, for the audit
}

resource "aws_sns_topic_subscription" "oncall" {
  topic_arn = aws_sns_topic.oncall.arn
  protocol  = "email"
  endpoint  = var.oncall_email
}

# For the weekly capacity meeting.
resource "aws_sns_topic" "capacity" {
  name              = "${var.name}-capacity"
  kms_master_key_id = aws_kms_key.alerts.id
}

# Read by the security team.
resource "aws_sns_topic" "security" {
  name              = "${var.name}-security"
  kms_master_key_id = aws_kms_key.alerts.id
}

resource "aws_sns_topic_subscription" "security" {
  topic_arn = aws_sns_topic.security.arn
  protocol  = "https"
  endpoint  = "https://events.pager.dev/integration/8d2f/enqueue"
}

resource "aws_kms_key" "alerts" {
  description         = "Encrypts messages on the alarm topics"
  enable_key_rotation = true

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Allow"
        Principal = { AWS = "arn:aws:iam::${data.aws_caller_identity.current.account_id}:root" }
        Action    = "kms:*"
        Resource  = "*"
      },
      {
        # without this, alarms cannot publish to an encrypted topic
        Effect    = "Allow"
        Principal = { Service = "cloudwatch.amazonaws.com" }
        Action    = ["kms:Decrypt", "kms:GenerateDataKey*"]
        Resource  = "*"
      },
    ]
  })
}

# case: a service
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_policy" "oncall" {
  arn = aws_sns_topic.oncall.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { Service = "cloudwatch.amazonaws.com" }, Action = "sns:Publish", Resource = aws_sns_topic.oncall.arn },   # one
    ]
  })
}

# case: everyone of the account
resource "aws_sns_topic" "news" {
  name = "news"
}

resource "aws_sns_topic_policy" "news" {
  arn = aws_sns_topic.news.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "*" }, Action = "sns:Publish", Resource = aws_sns_topic.news.arn, Condition = { StringEquals = { "aws:SourceAccount" = "111122223333" } } },   # one
    ]
  })
}

# case: a Deny for everyone
resource "aws_sns_topic" "pager" {
  name = "pager"
}

resource "aws_sns_topic_policy" "pager" {
  arn = aws_sns_topic.pager.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Deny", Principal = "*", Action = "sns:Publish", Resource = "*" },   # one
    ]
  })
}

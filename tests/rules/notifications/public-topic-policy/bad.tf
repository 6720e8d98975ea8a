# case: everyone
resource "aws_sns_topic" "oncall" {
  name = "oncall"
}

resource "aws_sns_topic_policy" "oncall" {
  arn = aws_sns_topic.oncall.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "sns:Publish", Resource = aws_sns_topic.oncall.arn },   # one
    ]
  })
}

# case: everyone of AWS
resource "aws_sns_topic" "news" {
  name = "news"
}

resource "aws_sns_topic_policy" "news" {
  arn = aws_sns_topic.news.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "*" }, Action = "sns:Publish", Resource = aws_sns_topic.news.arn },   # one
    ]
  })
}

# case: everyone but one
resource "aws_sns_topic" "pager" {
  name = "pager"
}

resource "aws_sns_topic_policy" "pager" {
  arn = aws_sns_topic.pager.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", NotPrincipal = { AWS = "111122223333" }, Action = "sns:Publish", Resource = "*" },   # one
    ]
  })
}

# case: everything but one action
resource "aws_sns_topic" "jobs" {
  name = "jobs"
}

resource "aws_sns_topic_policy" "jobs" {
  arn = aws_sns_topic.jobs.arn
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Principal = { AWS = "111122223333" }, NotAction = "sns:DeleteTopic", Resource = "*" },   # one
    ]
  })
}

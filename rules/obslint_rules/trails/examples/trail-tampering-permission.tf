resource "aws_iam_policy" "a" {
  policy = jsonencode({
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["ec2:*", "cloudtrail:*"] # too much
        Resource = "*"
      }
    ]
  })
}

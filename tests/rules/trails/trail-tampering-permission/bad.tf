# case: a managed policy
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

# case: inside a role
resource "aws_iam_role" "b" {
  assume_role_policy = "{}"

  inline_policy {
    name   = "ops"
    policy = <<EOF
{"Statement": {"Effect": "Allow", "Action":   "cloudtrail:*", "Resource": "*"}}
EOF
  }
}

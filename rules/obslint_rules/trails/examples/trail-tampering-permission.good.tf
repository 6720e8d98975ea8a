resource "aws_iam_policy" "a" {
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Action = ["cloudtrail:Get*", "cloudtrail:LookupEvents"], Resource = "*" },
      { Effect = "Allow", Action = "cloudtrail:*", Resource = "arn:aws:cloudtrail:*:*:trail/sandbox" },
      { Effect = "Allow", Action = "cloudtrail:*", Resource = "*", Condition = { Bool = { "aws:MultiFactorAuthPresent" = "true" } } },
      { Effect = "Deny", Action = "cloudtrail:*", Resource = "*" },
      { Effect = "Allow", Action = "*", Resource = "*" },
    ]
  })
}

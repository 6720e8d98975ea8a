# case: a policy that is not known
variable "policy" {}

resource "aws_iam_role" "a" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "a" {
  role       = aws_iam_role.a.name
  policy_arn = var.policy
}

resource "aws_lambda_function" "a" {
  function_name = "a"
  role          = aws_iam_role.a.arn
}

# case: the role is handed on by its name
resource "aws_iam_role" "b" {
  assume_role_policy = "{}"
}

output "role" {
  value = aws_iam_role.b.name
}

resource "aws_lambda_function" "b" {
  function_name = "b"
  role          = aws_iam_role.b.arn
}

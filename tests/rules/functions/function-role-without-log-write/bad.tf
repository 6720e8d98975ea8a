# case: a role without any policy
resource "aws_iam_role" "bare" {
  assume_role_policy = "{}"
}

resource "aws_lambda_function" "bare" {
  function_name = "bare"
  role          =   aws_iam_role.bare.arn # what it runs with
}

# case: a policy for another group
resource "aws_iam_role" "other" {
  assume_role_policy  = "{}"
  managed_policy_arns = ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"]
}

data "aws_iam_policy_document" "other" {
  statement {
    actions   = ["logs:CreateLogStream", "logs:PutLogEvents"]
    resources = ["arn:aws:logs:*:*:log-group:/aws/lambda/former-name:*"]
  }
}

resource "aws_iam_role_policy" "other" {
  role   = aws_iam_role.other.id
  policy = data.aws_iam_policy_document.other.json
}

resource "aws_lambda_function" "other" {
  function_name = "new-name"
  role          = aws_iam_role.other.arn
}

# case: an explicit Deny
resource "aws_iam_role" "denied" {
  assume_role_policy = "{}"
}

resource "aws_iam_role_policy_attachment" "denied" {
  role       = aws_iam_role.denied.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole"
}

resource "aws_iam_role_policy" "denied" {
  role   = aws_iam_role.denied.id
  policy = <<EOF
{"Statement": {"Effect": "Deny", "Action": "logs:*", "Resource": "*"}}
EOF
}

resource "aws_lambda_function" "denied" {
  function_name = "denied"
  role          = aws_iam_role.denied.arn
}

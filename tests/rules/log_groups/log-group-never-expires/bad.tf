# case: nothing is said, and forever is the default
resource "aws_cloudwatch_log_group" "implicit" {
  name = "/shop/orders"
}

# case: 0 means forever
resource "aws_cloudwatch_log_group" "zero" {
  name              = "/shop/payments"
  retention_in_days = 0 # lawyers asked for it
}

# case: null means the default
resource "aws_cloudwatch_log_group" "null" {
  name              = "/shop/refunds"
  retention_in_days = null
}

# case: every group of a loop
resource "aws_cloudwatch_log_group" "each" {
  for_each = toset(["a", "b"])

  name = "/shop/${each.key}"
}

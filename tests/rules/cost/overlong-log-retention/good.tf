# options: {"days": 100}

# case: short enough
resource "aws_cloudwatch_log_group" "debug" {
  name              = "/app/debug"
  retention_in_days = 90
}

# case: forever is the business of another rule
resource "aws_cloudwatch_log_group" "audit" {
  name = "/app/audit"
}

resource "aws_kms_key" "other" {
  description = "orders"
}

resource "aws_kms_key" "logs" {
  description = "logs"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "logs.eu-central-1.amazonaws.com" }
      Action    = "*"
      Resource  = "*"
    }]
  })
}

# case: the unit has one key for logs
resource "aws_cloudwatch_log_group" "app" {
  name = "/app/orders" # the shop
}

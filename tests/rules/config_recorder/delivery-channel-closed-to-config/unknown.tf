variable "given" {
  type = string
}

# case: the role is given
resource "aws_config_delivery_channel" "main" {
  s3_bucket_name = aws_s3_bucket.history.id # of all accounts
}

resource "aws_config_configuration_recorder" "main" {
  role_arn = var.given
}

resource "aws_s3_bucket" "history" {
  bucket = "history"
}

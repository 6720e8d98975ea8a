# case: a channel is there, but nothing starts the recorder
resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_delivery_channel" "history" {
  s3_bucket_name = "config-history" # in the log account

  depends_on = [aws_config_configuration_recorder.main]
}

# case: the status says no
resource "aws_config_configuration_recorder" "west" {
  name     = "west"
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder_status" "west" {
  name       = aws_config_configuration_recorder.west.name
  is_enabled   =   false   # while the bucket is moved
}

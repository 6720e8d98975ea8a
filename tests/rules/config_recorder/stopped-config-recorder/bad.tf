# case: nothing starts it
resource "aws_config_configuration_recorder" "main" {
  name     = "main" # one per region
  role_arn = "arn:aws:iam::123456789012:role/config"
}

variable "record" {
  type = bool
}

# case: whether it is on is a variable without a value
resource "aws_config_configuration_recorder" "main" {
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder_status" "main" {
  name       = aws_config_configuration_recorder.main.name
  is_enabled = var.record
}

# case: its name leaves the root, so a status may stand elsewhere
resource "aws_config_configuration_recorder" "shared" {
  name     = "shared"
  role_arn = "arn:aws:iam::123456789012:role/config"
}

output "recorder" {
  value = aws_config_configuration_recorder.shared.name
}

# case: the status exists only sometimes
resource "aws_config_configuration_recorder" "sometimes" {
  name     = "sometimes"
  role_arn = "arn:aws:iam::123456789012:role/config"
}

resource "aws_config_configuration_recorder_status" "sometimes" {
  count = var.record ? 1 : 0

  name       = aws_config_configuration_recorder.sometimes.name
  is_enabled = true
}

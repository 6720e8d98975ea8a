resource "aws_mwaa_environment" "silent" {
  name = "silent"
}

resource "aws_db_instance" "shop" {
  engine                          = "postgres"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.data.arn
}

resource "aws_kms_key" "data" {
  description = "data"
}

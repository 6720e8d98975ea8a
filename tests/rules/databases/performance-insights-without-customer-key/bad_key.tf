# case: the unit has one key
resource "aws_db_instance" "shop" {
  engine                       = "postgres"
  performance_insights_enabled = true
}

resource "aws_kms_key" "data" {
  description = "data"
}

# case: the unit has one key
resource "aws_db_instance" "shop" {
  engine         = "postgres"
  instance_class = "db.t4g.medium"
}

resource "aws_kms_key" "data" {
  description = "data"
}

variable "given" {
  type = string
}

# case: the trust is given
resource "aws_iam_role" "monitoring" {
  name               = "monitoring"
  assume_role_policy = var.given
}

resource "aws_db_instance" "orders" {
  identifier          = "orders"
  monitoring_interval = 60
  monitoring_role_arn = aws_iam_role.monitoring.arn # of this database
}

resource "aws_db_instance" "orders" {
  identifier          = "orders"
  monitoring_interval = 60
  monitoring_role_arn = aws_iam_role.monitoring.arn # of this database
}

resource "aws_iam_role" "monitoring" {
  name               = "monitoring"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "monitoring.rds.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

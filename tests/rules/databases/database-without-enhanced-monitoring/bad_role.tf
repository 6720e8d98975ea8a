# case: the unit has a role for it
resource "aws_db_instance" "shop" {
  engine         = "mysql"
  instance_class = "db.t4g.small"
}

resource "aws_iam_role" "monitoring" {
  name = "rds-monitoring"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "monitoring.rds.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role" "other" {
  assume_role_policy = "{\"Statement\": [{\"Principal\": {\"Service\": \"ec2.amazonaws.com\"}}]}"
}

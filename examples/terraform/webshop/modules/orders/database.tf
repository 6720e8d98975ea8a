resource "aws_db_subnet_group" "orders" {
  name       = "${var.name}-orders"
  subnet_ids = var.subnet_ids
}

resource "aws_security_group" "database" {
  name   = "${var.name}-database"
  vpc_id = var.vpc_id
}

resource "aws_db_instance" "orders" {
  identifier                  = "${var.name}-orders"
  engine                      = "postgres"
  engine_version              = "16.4"
  instance_class              = "db.m7g.large"
  allocated_storage           = 200
  storage_encrypted           = true
  multi_az                    = true
  db_subnet_group_name        = aws_db_subnet_group.orders.name
  vpc_security_group_ids      = [aws_security_group.database.id]
  username                    = "shop"
  manage_master_user_password = true
  backup_retention_period     = 14
  deletion_protection         = true

  enabled_cloudwatch_logs_exports = ["postgresql", "upgrade"]
  performance_insights_enabled    = true

  # or RDS creates them itself, without retention
  depends_on = [aws_cloudwatch_log_group.database]
}

resource "aws_cloudwatch_log_group" "database" {
  for_each = toset(["postgresql", "upgrade"])

  name = "/aws/rds/instance/${var.name}-orders/${each.key}"
}

# case: exported
resource "aws_db_instance" "shop" {
  engine                          = "postgres"
  enabled_cloudwatch_logs_exports = ["postgresql"]
}

# case: RDS Custom exports no logs
resource "aws_db_instance" "custom" {
  engine = "custom-oracle-ee"
}

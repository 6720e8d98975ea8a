# case: no alarm is declared beside it
resource "aws_db_instance" "ledger" {
  identifier     = "ledger"
  engine         = "postgres"   # 16
  instance_class = "db.m6g.large"
}

# case: the interval is a variable
variable "interval" {
  type = number
}

resource "aws_db_instance" "shop" {
  engine              = "mysql"
  monitoring_interval = var.interval
}

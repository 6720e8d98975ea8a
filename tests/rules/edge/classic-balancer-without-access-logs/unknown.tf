# case: the bucket is a variable without a value
variable "log_bucket" {
  type = string
}

resource "aws_elb" "shop" {
  name = "shop"

  access_logs {
    bucket = var.log_bucket
  }
}

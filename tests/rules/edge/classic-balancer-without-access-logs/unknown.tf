# case: a dynamic block over a variable without a value
variable "log_buckets" {
  type = list(string)
}

resource "aws_elb" "shop" {
  name = "shop"

  dynamic "access_logs" {
    for_each = var.log_buckets
    content {
      bucket = access_logs.value
    }
  }
}

# case: neither the bucket nor the switch is known
variable "log_bucket" {
  type = string
}

variable "log" {
  type = bool
}

resource "aws_elb" "by_variable" {
  name = "by-variable"

  access_logs {
    bucket  = var.log_bucket
    enabled = var.log
  }
}

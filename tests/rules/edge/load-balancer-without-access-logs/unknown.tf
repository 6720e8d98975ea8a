# case: a dynamic block over a variable without a value
variable "log_buckets" {
  type = list(string)
}

resource "aws_lb" "shop" {
  name = "shop"

  dynamic "access_logs" {
    for_each = var.log_buckets
    content {
      bucket  = access_logs.value
      enabled = true
    }
  }
}

# case: what kind it is is not known
variable "kind" {
  type = string
}

resource "aws_lb" "kind" {
  name               = "kind"
  load_balancer_type = var.kind
}

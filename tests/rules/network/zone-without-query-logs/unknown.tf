# case: its id leaves the root
resource "aws_route53_zone" "shop" {
  name = "shop.example.com"
}

output "zone" {
  value = aws_route53_zone.shop.zone_id
}

# case: whether it is private is not known
variable "vpcs" {
  type = list(string)
}

resource "aws_route53_zone" "staff" {
  name = "staff.example.com"

  dynamic "vpc" {
    for_each = var.vpcs
    content {
      vpc_id = vpc.value
    }
  }
}

# case: a variable without a value decides
variable "preference" {
  type = string
}

resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"

  options {
    certificate_transparency_logging_preference = var.preference
  }
}

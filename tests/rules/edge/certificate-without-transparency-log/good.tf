# case: nothing is said
resource "aws_acm_certificate" "shop" {
  domain_name       = "shop.example.com"
  validation_method = "DNS"
}

# case: a private authority writes no public logs
resource "aws_acm_certificate" "staff" {
  domain_name               = "staff.internal"
  certificate_authority_arn = "arn:aws:acm-pca:eu-west-1:111122223333:certificate-authority/a"

  options {
    certificate_transparency_logging_preference = "DISABLED"
  }
}

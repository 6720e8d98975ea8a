# scan: complete

# case: no trail anywhere
resource "aws_organizations_delegated_administrator" "security" {
  account_id        = "111122223333"
  service_principal = "cloudtrail.amazonaws.com" # trusted
}

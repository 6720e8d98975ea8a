# scan: complete

# case: an administrator, and nothing says who is enrolled
resource "aws_guardduty_organization_admin_account" "security" {
  admin_account_id = "123456789012"
}

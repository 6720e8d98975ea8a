# case: everybody
resource "aws_guardduty_organization_configuration" "main" {
  detector_id                      = "12abc34d567e8fa901bc2d34e56789f0"
  auto_enable_organization_members = "ALL"
}

# case: those who come, by the former attribute
resource "aws_guardduty_organization_configuration" "old" {
  auto_enable = true
  detector_id = "12abc34d567e8fa901bc2d34e56789f0"
}

# case: an administrator beside it
resource "aws_guardduty_organization_admin_account" "security" {
  admin_account_id = "123456789012"
}

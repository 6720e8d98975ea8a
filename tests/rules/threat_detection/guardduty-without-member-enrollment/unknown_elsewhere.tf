# case: the configuration may stand in the code of the administrator
resource "aws_guardduty_organization_admin_account" "security" {
  admin_account_id = "123456789012"
}

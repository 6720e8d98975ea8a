resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 16
}

resource "aws_account_alternate_contact" "each" {
  for_each = toset(["BILLING", "SECURITY"])

  alternate_contact_type = each.key
  name                   = "Desk"
  title                  = "Desk"
  email_address          = "desk@example.com"
  phone_number           = "+1 555 0100"
}

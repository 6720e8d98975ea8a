resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 16 # as the auditors wish
}

resource "aws_account_alternate_contact" "bills" {
  alternate_contact_type = "BILLING"
  name                   = "Accounting"
  title                  = "Accounting"
  email_address          = "bills@example.com"
  phone_number           = "+1 555 0100"
}

resource "aws_iam_account_password_policy" "main" {
  minimum_password_length = 16
}

resource "aws_ssmincidents_response_plan" "shop" {
  name = "shop"

  incident_template {
    title  = "shop"
    impact = 3
  }
}

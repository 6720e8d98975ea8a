# case: the trail may be declared elsewhere
resource "aws_organizations_organization" "company" {
  feature_set = "ALL"
}

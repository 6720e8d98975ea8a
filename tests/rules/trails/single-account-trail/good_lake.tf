# case: an event data store of the organization
resource "aws_organizations_organization" "company" {
  feature_set = "ALL"
}

resource "aws_cloudtrail_event_data_store" "lake" {
  name                 = "lake"
  organization_enabled = true
}

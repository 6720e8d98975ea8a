resource "aws_organizations_organization" "company" {
  feature_set = "ALL"
}

resource "aws_cloudtrail" "audit" {
  name                  = "audit"
  s3_bucket_name        = "audit-logs"
  is_organization_trail = true
}

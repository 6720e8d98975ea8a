resource "aws_organizations_organization" "company" {
  feature_set = "ALL"
}

resource "aws_cloudtrail" "audit" {
  name                  = "audit" # management account
  s3_bucket_name        = "audit-logs"
  is_multi_region_trail = true
}

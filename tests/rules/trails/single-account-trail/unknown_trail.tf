# case: whether it is a trail of the organization is not known
resource "aws_organizations_organization" "company" {
  feature_set = "ALL"
}

variable "for_all" {
  type = bool
}

resource "aws_cloudtrail" "audit" {
  name                  = "audit"
  s3_bucket_name        = "audit-logs"
  is_organization_trail = var.for_all
}

# case: the only trail, and the first copy of management events is free
resource "aws_cloudtrail" "audit" {
  name           = "audit" # one for all
  s3_bucket_name = "audit-logs"

  tags = {
    Team = "security"
  }
}

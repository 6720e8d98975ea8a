resource "aws_s3_bucket" "trail" {
  bucket = "audit-logs" # of the account
}

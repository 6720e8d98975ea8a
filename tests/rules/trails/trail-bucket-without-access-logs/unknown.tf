resource "aws_cloudtrail" "audit" {
  name           = "audit"
  s3_bucket_name = aws_s3_bucket.handed_out.id
}

# case: code elsewhere may attach logging to the bucket
resource "aws_s3_bucket" "handed_out" {
  bucket = "audit-logs"
}

output "bucket" {
  value = aws_s3_bucket.handed_out.id
}

# case: whether a trail stores to it is not known
variable "bucket" {
  type = string
}

resource "aws_cloudtrail" "by_variable" {
  name           = "audit-other"
  s3_bucket_name = var.bucket
}

resource "aws_s3_bucket" "perhaps" {
  bucket = var.name
}

variable "name" {
  type = string
}

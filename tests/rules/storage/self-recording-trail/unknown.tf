variable "given" {
  type = string
}

resource "aws_s3_bucket" "audit" {
  bucket = "audit"
}

# case: the objects are given
resource "aws_cloudtrail" "given" {
  name           = "given"
  s3_bucket_name = aws_s3_bucket.audit.id

  event_selector {
    read_write_type = "All"

    data_resource {
      type   = "AWS::S3::Object"
      values = [var.given] # objects
    }
  }
}

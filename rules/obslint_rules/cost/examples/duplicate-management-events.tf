provider "aws" {
  region = "us-east-1"
}

resource "aws_cloudtrail" "first" {
  name           = "first" # security
  s3_bucket_name = "trail-files"
}

resource "aws_cloudtrail" "second" {
  name           = "second" # operations
  s3_bucket_name = "trail-files"
}

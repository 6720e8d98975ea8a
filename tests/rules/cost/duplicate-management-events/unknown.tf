provider "aws" {
  region = "us-east-1"
}

provider "aws" {
  alias  = "log"
  region = "us-east-1"

  assume_role {
    role_arn = "arn:aws:iam::123456789012:role/log"
  }
}

resource "aws_cloudtrail" "first" {
  name           = "first"
  s3_bucket_name = "trail-files"
}

# case: the other provider may be for another account
resource "aws_cloudtrail" "log" {
  provider = aws.log

  name           = "log"
  s3_bucket_name = "trail-files"
}

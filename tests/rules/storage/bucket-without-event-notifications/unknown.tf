# case: an output hands the bucket to other code
resource "aws_s3_bucket" "shop" {
  bucket = "shop"
}

output "bucket" {
  value = aws_s3_bucket.shop.id
}

# case: notifications of a bucket that is passed in
variable "bucket" {
  type = string
}

resource "aws_s3_bucket" "passed" {
  bucket = var.bucket
}

resource "aws_s3_bucket_notification" "passed" {
  bucket      = var.bucket == "" ? "shop" : var.bucket
  eventbridge = true
}

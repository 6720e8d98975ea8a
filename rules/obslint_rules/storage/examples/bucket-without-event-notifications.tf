resource "aws_s3_bucket" "shop" {
  bucket = "shop" # orders
}

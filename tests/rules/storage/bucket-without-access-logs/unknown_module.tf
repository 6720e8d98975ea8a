# case: logging beside the call may be of its bucket
module "shop" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "3.7.0"
}

resource "aws_s3_bucket_logging" "shop" {
  bucket        = module.shop.s3_bucket_id
  target_bucket = "logs"
  target_prefix = "shop/"
}

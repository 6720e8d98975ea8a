# case: the module is not told to log
module "shop" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "3.7.0"

  bucket = "shop"
}

# case: one for each of two
module "pair" {
  source   = "git@github.com:terraform-aws-modules/terraform-aws-s3-bucket.git?ref=v4.1.0"
  for_each = toset(["a", "b"])

  bucket = each.key
}

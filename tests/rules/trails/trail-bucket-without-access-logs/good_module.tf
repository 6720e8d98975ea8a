# case: the policy is given, and not attached
module "audit" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 3.0"

  policy = jsonencode({ Statement = [{ Principal = { Service = "cloudtrail.amazonaws.com" } }] })
}

# case: the module attaches a policy that admits CloudTrail
module "audit" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "~> 3.0"

  attach_policy = true
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "cloudtrail.amazonaws.com" }
      Action    = "s3:PutObject"
      Resource  = "arn:aws:s3:::audit/*"
    }]
  })
}

# case: it makes such a policy
module "trail" {
  source  = "terraform-aws-modules/s3-bucket/aws"
  version = "5.2.0"

  attach_cloudtrail_log_delivery_policy = true
}

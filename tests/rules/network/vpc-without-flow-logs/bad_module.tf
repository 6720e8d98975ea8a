# case: the module is not told to make a flow log
module "shop" {
  source  = "terraform-aws-modules/vpc/aws"
  version = "~> 5.0" # the last before the move

  name = "shop"
  cidr = "10.0.0.0/16"
}

# case: it is told not to, by a variable
variable "flow_logs" {
  default = false
}

module "tools" {
  source          = "git::https://github.com/terraform-aws-modules/terraform-aws-vpc.git?ref=v3.7.0"
  enable_flow_log = var.flow_logs # too much of it
}

# case: the bucket for the records is there already
module "office" {
  source  = "terraform-aws-modules/vpc/aws"
  version = ">= 4.0.0, < 6"

  enable_flow_log           = false
  flow_log_destination_type = "s3"
  flow_log_destination_arn  = "arn:aws:s3:::records"
}

# case: a version that may be older than flow logs
module "old" {
  source = "terraform-aws-modules/vpc/aws"
}

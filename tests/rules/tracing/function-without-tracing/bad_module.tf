# case: the module makes the role
module "orders" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 7.0"

  function_name = "orders" # no traces
  handler       = "index.handler"
}

# case: the role comes from elsewhere
module "bills" {
  source  = "terraform-aws-modules/lambda/aws"
  version = "~> 7.0"

  create_role  = false
  lambda_role  = "arn:aws:iam::111122223333:role/bills"
  tracing_mode = "PassThrough"
}

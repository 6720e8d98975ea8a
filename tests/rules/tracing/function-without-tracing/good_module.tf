# case: traced
module "orders" {
  source       = "terraform-aws-modules/lambda/aws"
  version      = "~> 7.0"
  tracing_mode = "Active"
}

# case: a layer
module "layer" {
  source       = "terraform-aws-modules/lambda/aws"
  version      = "~> 7.0"
  create_layer = true
}

# case: a package for a function elsewhere
module "package" {
  source          = "terraform-aws-modules/lambda/aws"
  version         = "~> 7.0"
  create_function = false
}

# case: any version; old ones had another argument
module "shop" {
  source = "terraform-aws-modules/alb/aws"
}

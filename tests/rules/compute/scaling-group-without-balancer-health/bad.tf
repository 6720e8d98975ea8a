# case: nothing is said about health
resource "aws_autoscaling_group" "shop" {
  max_size          = 2
  min_size          = 1
  target_group_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/shop/1"]
}

# case: the checks of EC2 only
resource "aws_autoscaling_group" "classic" {
  max_size          = 2
  min_size          = 1
  load_balancers    = ["classic"]
  health_check_type = "EC2" # is it on
}

resource "aws_autoscaling_group" "shop" {
  max_size          = 2
  min_size          = 1
  target_group_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/shop/1"]
  health_check_type = "ELB"
}

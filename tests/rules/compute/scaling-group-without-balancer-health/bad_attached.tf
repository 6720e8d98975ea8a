# case: attached by a resource of its own
resource "aws_autoscaling_group" "shop" {
  max_size = 2
  min_size = 1
}

resource "aws_autoscaling_attachment" "shop" {
  autoscaling_group_name = aws_autoscaling_group.shop.name
  lb_target_group_arn    = "arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/shop/1"
}

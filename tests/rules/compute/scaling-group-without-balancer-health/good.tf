# case: the load balancer decides
resource "aws_autoscaling_group" "shop" {
  max_size          = 2
  min_size          = 1
  target_group_arns = ["arn:aws:elasticloadbalancing:eu-west-1:111111111111:targetgroup/shop/1"]
  health_check_type = "ELB"
}

# case: no load balancer
resource "aws_autoscaling_group" "worker" {
  max_size = 2
  min_size = 1
}

# case: VPC Lattice has health checks of its own
resource "aws_autoscaling_group" "lattice" {
  max_size          = 2
  min_size          = 1
  health_check_type = "VPC_LATTICE"

  traffic_source {
    identifier = "arn:aws:vpc-lattice:eu-west-1:111111111111:targetgroup/tg-1"
    type       = "vpc-lattice"
  }
}

resource "aws_autoscaling_group" "shop" {
  min_size        = 1
  max_size        = 2
  enabled_metrics = ["GroupInServiceInstances"]
}

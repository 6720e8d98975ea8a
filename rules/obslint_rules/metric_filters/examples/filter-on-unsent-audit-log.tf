resource "aws_cloudwatch_log_group" "main" {
  name = "/aws/eks/main/cluster"
}

resource "aws_eks_cluster" "main" {
  name     = "main"
  role_arn = "arn:aws:iam::123456789012:role/eks"
  enabled_cluster_log_types = ["api", "authenticator"] # cheap

  vpc_config {
    subnet_ids = ["subnet-0a", "subnet-0b"]
  }
}

resource "aws_cloudwatch_log_metric_filter" "secrets" {
  name           = "secrets"
  log_group_name = aws_cloudwatch_log_group.main.name
  pattern        = "{ ($.objectRef.resource = \"secrets\") && ($.verb = \"get\") }" # counted

  metric_transformation {
    name      = "secrets"
    namespace = "app"
    value     = "1"
  }
}

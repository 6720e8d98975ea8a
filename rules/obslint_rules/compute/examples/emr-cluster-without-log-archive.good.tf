resource "aws_emr_cluster" "shop" {
  name    = "shop"
  log_uri = "s3://logs/emr/"
}

# case: the bucket is passed in
variable "archive" {
  type = string
}

resource "aws_emr_cluster" "shop" {
  name    = "shop"
  log_uri = var.archive
}

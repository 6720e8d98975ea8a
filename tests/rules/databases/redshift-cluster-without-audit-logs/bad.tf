# case: nothing
resource "aws_redshift_cluster" "shop" {
  cluster_identifier = "shop"
}

# case: a block that is off
resource "aws_redshift_cluster" "off" {
  cluster_identifier = "off"

  logging {
    enable      = false # costs money
    bucket_name = "logs"
  }
}

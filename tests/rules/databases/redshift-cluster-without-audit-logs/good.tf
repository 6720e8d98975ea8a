# case: a resource of its own
resource "aws_redshift_cluster" "shop" {
  cluster_identifier = "shop"
}

resource "aws_redshift_logging" "shop" {
  cluster_identifier   = aws_redshift_cluster.shop.id
  log_destination_type = "cloudwatch"
  log_exports          = ["connectionlog"]
}

# case: named by its identifier
resource "aws_redshift_cluster" "named" {
  cluster_identifier = "named"
}

resource "aws_redshift_logging" "named" {
  cluster_identifier = "named"
  bucket_name        = "logs"
}

# case: a block, as provider version 5 has it
resource "aws_redshift_cluster" "block" {
  cluster_identifier = "block"

  logging {
    enable      = true
    bucket_name = "logs"
  }
}

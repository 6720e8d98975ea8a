# case: nothing is said
resource "aws_emr_cluster" "shop" {
  name = "shop"
}

# case: an empty text
resource "aws_emr_cluster" "empty" {
  name    = "empty"
  log_uri = ""
}

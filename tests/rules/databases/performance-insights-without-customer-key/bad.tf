# case: no key
resource "aws_db_instance" "shop" {
  engine                       = "postgres"
  performance_insights_enabled = true
}

# case: an empty text
resource "aws_rds_cluster_instance" "empty" {
  cluster_identifier              = "elsewhere"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = "" # none yet
}

# case: a cluster
resource "aws_rds_cluster" "shop" {
  engine                       = "aurora-mysql"
  performance_insights_enabled = true
}

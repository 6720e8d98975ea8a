# case: a key
resource "aws_db_instance" "shop" {
  engine                          = "postgres"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.data.arn
}

resource "aws_kms_key" "data" {
  description = "data"
}

# case: off
resource "aws_rds_cluster_instance" "off" {
  cluster_identifier = "elsewhere"
}

# case: the cluster names the key
resource "aws_rds_cluster" "shop" {
  engine                          = "aurora-mysql"
  performance_insights_enabled    = true
  performance_insights_kms_key_id = aws_kms_key.data.arn
}

resource "aws_rds_cluster_instance" "shop" {
  cluster_identifier           = aws_rds_cluster.shop.cluster_identifier
  performance_insights_enabled = true
}

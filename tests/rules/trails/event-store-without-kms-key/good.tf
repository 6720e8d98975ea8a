# case: a key of this code
resource "aws_kms_key" "lake" {}

resource "aws_cloudtrail_event_data_store" "lake" {
  name       = "lake"
  kms_key_id = aws_kms_key.lake.arn
}

# case: a key that is named
resource "aws_cloudtrail_event_data_store" "named" {
  name       = "lake-named"
  kms_key_id = "alias/lake"
}

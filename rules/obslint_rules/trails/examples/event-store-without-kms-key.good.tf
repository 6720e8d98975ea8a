resource "aws_kms_key" "lake" {}

resource "aws_cloudtrail_event_data_store" "lake" {
  name       = "lake"
  kms_key_id = aws_kms_key.lake.arn
}

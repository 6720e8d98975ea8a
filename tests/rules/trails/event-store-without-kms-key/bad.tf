# case: no key
resource "aws_cloudtrail_event_data_store" "plain" {
  name = "lake"
}

# case: an empty text is no key
resource "aws_cloudtrail_event_data_store" "empty" {
  name       = "lake-empty"
  kms_key_id = ""
}

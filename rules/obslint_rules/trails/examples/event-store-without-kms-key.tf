resource "aws_cloudtrail_event_data_store" "plain" {
  name = "lake"
}

# case: on when nothing is said
resource "aws_cloudtrail_event_data_store" "plain" {
  name = "lake"
}

# case: not suspended
resource "aws_cloudtrail_event_data_store" "on" {
  name    = "lake-on"
  suspend = "false"
}

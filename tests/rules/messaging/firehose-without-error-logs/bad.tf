# case: nothing
resource "aws_kinesis_firehose_delivery_stream" "events" {
  name        = "events"
  destination = "extended_s3"

  extended_s3_configuration {
    bucket_arn = "arn:aws:s3:::events" # all of them
  }
}

# case: off
resource "aws_kinesis_firehose_delivery_stream" "off" {
  name        = "off"
  destination = "http_endpoint"

  http_endpoint_configuration {
    url = "https://example.com"

    cloudwatch_logging_options {
      enabled = false
    }
  }
}

resource "aws_kinesis_firehose_delivery_stream" "events" {
  name        = "events"
  destination = "splunk"

  splunk_configuration {
    hec_endpoint = "https://example.com"

    cloudwatch_logging_options {
      enabled         = true
      log_group_name  = "events"
      log_stream_name = "splunk"
    }
  }
}

resource "aws_waf_web_acl" "site" {
  name        = "site"
  metric_name = "site"

  logging_configuration {
    log_destination = aws_kinesis_firehose_delivery_stream.waf.arn
  }
}

resource "aws_kinesis_firehose_delivery_stream" "waf" {
  name        = "aws-waf-logs-site"
  destination = "extended_s3"
}

resource "aws_cloudwatch_metric_stream" "all" {
  name          = "all"
  role_arn      =   aws_iam_role.stream.arn
  firehose_arn  = "arn:aws:firehose:eu-west-1:111122223333:deliverystream/metrics"
  output_format = "json"
}

resource "aws_iam_role" "stream" {
  name               = "stream"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "streams.metrics.cloudwatch.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "stream" {
  role   = aws_iam_role.stream.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["firehose:PutRecord"], Resource = "*" }] })
}

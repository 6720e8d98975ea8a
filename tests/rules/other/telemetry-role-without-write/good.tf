# case: both
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
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["firehose:PutRecord", "firehose:PutRecordBatch"], Resource = "*" }] })
}

# case: the policy of AWS
resource "aws_api_gateway_account" "this" {
  cloudwatch_role_arn = aws_iam_role.api.arn
}

resource "aws_iam_role" "api" {
  name               = "api"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "apigateway.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy_attachment" "api" {
  role       = aws_iam_role.api.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs"
}

# case: that of enhanced monitoring
resource "aws_db_instance" "orders" {
  identifier          = "orders"
  monitoring_interval = 60
  monitoring_role_arn = aws_iam_role.monitoring.arn # of this database
}

resource "aws_iam_role" "monitoring" {
  name               = "monitoring"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "monitoring.rds.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy_attachment" "monitoring" {
  role       = aws_iam_role.monitoring.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole"
}

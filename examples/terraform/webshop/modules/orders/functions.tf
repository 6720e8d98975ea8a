locals {
  functions = {
    intake  = { timeout = 10, memory = 256 }
    fulfil  = { timeout = 60, memory = 512 }
    refunds = { timeout = 30, memory = 256 }
  }
}

resource "aws_lambda_function" "worker" {
  for_each = local.functions

  function_name = "${var.name}-${each.key}"
  role          = aws_iam_role.worker.arn
  runtime       = "python3.12"
  handler       = "${each.key}.handler"
  timeout       = each.value.timeout
  memory_size   = each.value.memory
  s3_bucket     = var.artifact_bucket
  s3_key        = "orders/${var.release}.zip"

  environment {
    variables = {
      ORDERS_QUEUE = aws_sqs_queue.orders.url
    }
  }

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_log_group" "worker" {
  for_each = local.functions

  name              = "/aws/lambda/${var.name}-${each.key}"
  retention_in_days = var.log_retention_days[each.key]
}

resource "aws_lambda_event_source_mapping" "fulfil" {
  event_source_arn        = aws_sqs_queue.orders.arn
  function_name           = aws_lambda_function.worker["fulfil"].arn
  batch_size              = 10
  function_response_types = ["ReportBatchItemFailures"]
}

# Writes the sales report for finance, every night.
resource "aws_lambda_function" "sales_report" {
  function_name = "${var.name}-sales-report"
  role          = aws_iam_role.worker.arn
  runtime       = "python3.12"
  handler       = "report.handler"
  timeout       = 900
  s3_bucket     = var.artifact_bucket
  s3_key        = "orders/${var.release}.zip"

  tracing_config {
    mode = "Active"
  }
}

resource "aws_cloudwatch_event_rule" "nightly" {
  name                = "${var.name}-sales-report"
  schedule_expression = "cron(15 2 * * ? *)"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_lambda_function.sales_report.arn
}

resource "aws_lambda_permission" "nightly" {
  action        = "lambda:InvokeFunction"
  function_name = aws_lambda_function.sales_report.function_name
  principal     = "events.amazonaws.com"
  source_arn    = aws_cloudwatch_event_rule.nightly.arn
}

resource "aws_iam_role" "worker" {
  name = "${var.name}-orders"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "worker" {
  for_each = toset([
    "AWSLambdaBasicExecutionRole",
    "AWSLambdaSQSQueueExecutionRole",
  ])

  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/service-role/${each.key}"
}

resource "aws_iam_role_policy" "worker" {
  name = "orders"
  role = aws_iam_role.worker.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sqs:SendMessage"]
        Resource = aws_sqs_queue.orders.arn
      },
      {
        Effect   = "Allow"
        Action   = ["xray:PutTraceSegments", "xray:PutTelemetryRecords"]
        Resource = "*"
      },
    ]
  })
}

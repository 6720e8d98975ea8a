data "aws_caller_identity" "current" {}

resource "aws_cloudtrail" "account" {
  name                          = "${var.name}-account"
  s3_bucket_name                = aws_s3_bucket.trail.id
  kms_key_id                    = aws_kms_key.trail.arn
  include_global_service_events = true

  cloud_watch_logs_group_arn = aws_cloudwatch_log_group.trail.arn
  cloud_watch_logs_role_arn  = aws_iam_role.trail.arn

  depends_on = [aws_s3_bucket_policy.trail]
}

# Who opened which letter of complaint. Kept apart, because reads are many.
resource "aws_cloudtrail" "complaints" {
  name                       = "${var.name}-complaints"
  enable_logging             = false # until the price is agreed
  s3_bucket_name             = aws_s3_bucket.trail.id
  s3_key_prefix              = "complaints"
  kms_key_id                 = aws_kms_key.trail.arn
  is_multi_region_trail      = true
  enable_log_file_validation = true

  event_selector {
    read_write_type           = "All"
    include_management_events = false

    data_resource {
      type   = "AWS::S3::Object"
      values = ["${var.complaints_bucket_arn}/"]
    }
  }

  depends_on = [aws_s3_bucket_policy.trail]
}

resource "aws_cloudwatch_log_group" "trail" {
  name              = "/webshop/${var.name}/trail"
  retention_in_days = var.retention_days
}

resource "aws_iam_role" "trail" {
  name = "${var.name}-trail"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "cloudtrail.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy" "trail" {
  role = aws_iam_role.trail.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["logs:CreateLogStream", "logs:PutLogEvents"]
      Resource = "${aws_cloudwatch_log_group.trail.arn}:log-stream:*"
    }]
  })
}

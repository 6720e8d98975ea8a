resource "aws_cloudwatch_log_group" "flows" {
  name = "flows"
}

# case: all of it
resource "aws_flow_log" "all" {
  vpc_id          = "vpc-1"
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flows.arn
  iam_role_arn    = aws_iam_role.all.arn # to write with
}

resource "aws_iam_role" "all" {
  name               = "all"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "vpc-flow-logs.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "all" {
  role   = aws_iam_role.all.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["logs:*"], Resource = "*" }] })
}

# case: the group
resource "aws_flow_log" "group" {
  vpc_id          = "vpc-1"
  traffic_type    = "ALL"
  log_destination = aws_cloudwatch_log_group.flows.arn
  iam_role_arn    = aws_iam_role.group.arn # to write with
}

resource "aws_iam_role" "group" {
  name               = "group"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "vpc-flow-logs.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}

resource "aws_iam_role_policy" "group" {
  role   = aws_iam_role.group.id
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["logs:CreateLogStream", "logs:PutLogEvents"], Resource = "${aws_cloudwatch_log_group.flows.arn}:*" }] })
}

# case: the policy of the bucket
resource "aws_s3_bucket" "archive" {
  bucket = "archive"
}

resource "aws_flow_log" "archive" {
  vpc_id               = "vpc-1"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.archive.arn
}

resource "aws_s3_bucket_policy" "archive" {
  bucket = aws_s3_bucket.archive.id
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Principal = { Service = "delivery.logs.amazonaws.com" }, Action = "s3:PutObject", Resource = "${aws_s3_bucket.archive.arn}/*" }]
  })
}

# case: a bucket without a policy
resource "aws_s3_bucket" "plain" {
  bucket = "plain"
}

resource "aws_flow_log" "plain" {
  vpc_id               = "vpc-1"
  traffic_type         = "ALL"
  log_destination_type = "s3"
  log_destination      = aws_s3_bucket.plain.arn
}

# case: the default policy
resource "aws_sns_topic" "a" {}

resource "aws_cloudtrail" "a" {
  name           = "a"
  s3_bucket_name = "logs"
  sns_topic_name = aws_sns_topic.a.name # told of new files
}

# case: a key that admits nobody
resource "aws_kms_key" "b" {
  policy = data.aws_iam_policy_document.key.json
}

data "aws_iam_policy_document" "key" {
  statement {
    actions   =   ["kms:*"]
    resources = ["*"]

    principals {
      type        = "AWS"
      identifiers = ["123456789012"]
    }
  }
}

resource "aws_sns_topic" "b" {
  kms_master_key_id = aws_kms_key.b.id
  policy            = <<EOF
{"Statement": [{"Effect": "Allow", "Principal": {"Service": "cloudtrail.amazonaws.com"}, "Action": "SNS:Publish", "Resource": "*"}]}
EOF
}

resource "aws_cloudtrail" "b" {
  name           = "b"
  s3_bucket_name = "logs"
  sns_topic_name = aws_sns_topic.b.arn
}

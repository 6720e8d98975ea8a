variable "retention" { 
 type = number 
 default = 365
}
resource "aws_cloudwatch_log_group" "this" {
  name              = "g"
  retention_in_days = var.retention
  kms_key_id        = "arn:aws:kms:us-east-1:123456789012:key/abc"
}
resource "aws_lb" "x" {
  name = "x"
  subnets = ["subnet-1","subnet-2"]
  dynamic "access_logs" {
    for_each = var.retention == 30 ? [1] : []
    content {
      bucket  = "b"
      enabled = true
    }
  }
}

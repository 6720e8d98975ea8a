variable "given" {
  type = string
}

# case: given
resource "aws_sqs_queue" "jobs" {
  redrive_policy = var.given
}

# case: its ARN leaves the unit
resource "aws_sqs_queue" "work" {
  name = "work"
}

output "work" {
  value = aws_sqs_queue.work.arn
}

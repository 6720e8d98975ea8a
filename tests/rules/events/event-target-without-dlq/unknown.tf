# case: the queue is not known
variable "queue" {
  type = string
}

resource "aws_cloudwatch_event_target" "findings" {
  rule = "findings"
  arn  = "arn:aws:sns:eu-west-1:111122223333:operators"

  dead_letter_config {
    arn = var.queue
  }
}

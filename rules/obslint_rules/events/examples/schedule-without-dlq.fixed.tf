resource "aws_scheduler_schedule" "nightly" {
  name                = "nightly"   # the backup
  schedule_expression = "rate(1 day)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-west-1:111122223333:function:a"
    role_arn = "arn:aws:iam::111122223333:role/scheduler"

    dead_letter_config {
      arn = aws_sqs_queue.nightly.arn
    }
  }
}

resource "aws_sqs_queue" "nightly" {
  message_retention_seconds = 1209600
}

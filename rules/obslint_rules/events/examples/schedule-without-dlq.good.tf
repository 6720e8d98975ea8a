
resource "aws_scheduler_schedule" "nightly" {
  schedule_expression = "rate(1 day)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-west-1:111122223333:function:a"
    role_arn = "arn:aws:iam::111122223333:role/scheduler"

    dead_letter_config {
      arn = "arn:aws:sqs:eu-west-1:111122223333:lost"
    }
  }
}

# case: no alarm is declared beside it
resource "aws_sqs_queue" "parcels" {
  name                       = "parcels"
  visibility_timeout_seconds = 120   # twice the handler's
}

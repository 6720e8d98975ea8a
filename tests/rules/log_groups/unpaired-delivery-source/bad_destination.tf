# case: a destination without a delivery
resource "aws_cloudwatch_log_delivery_destination" "bucket" {
  name = "bucket" # of the team

  delivery_destination_configuration {
    destination_resource_arn = "arn:aws:s3:::logs"
  }
}

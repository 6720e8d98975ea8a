# case: a delivery elsewhere may start here
resource "aws_cloudwatch_log_delivery_source" "handed_out" {
  name         = "cdn"
  log_type     = "ACCESS_LOGS"
  resource_arn = "arn:aws:cloudfront::111122223333:distribution/E1"
}

output "source" {
  value = aws_cloudwatch_log_delivery_source.handed_out.name
}

# case: which end a delivery has is not known
variable "destination" {
  type = string
}

resource "aws_cloudwatch_log_delivery_destination" "perhaps" {
  name = var.destination

  delivery_destination_configuration {
    destination_resource_arn = "arn:aws:s3:::logs"
  }
}

variable "destination_arn" {
  type = string
}

resource "aws_cloudwatch_log_delivery" "one" {
  delivery_source_name     = "other"
  delivery_destination_arn = var.destination_arn
}

# case: suspended, for now
resource "aws_cloudtrail_event_data_store" "lake" {
  name    = "lake"
  suspend = true # until the budget is agreed
}

# case: by a variable that is set
variable "paused" {
  default = true
}

resource "aws_cloudtrail_event_data_store" "paused" {
  name    = "lake-paused"
  suspend = var.paused
}

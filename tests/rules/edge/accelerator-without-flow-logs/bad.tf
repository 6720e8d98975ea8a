# case: nothing is said
resource "aws_globalaccelerator_accelerator" "shop" {
  name = "shop" # the only one
}

# case: a bucket, but not switched on
resource "aws_globalaccelerator_accelerator" "stock" {
  name = "stock"

  attributes {
    flow_logs_s3_bucket = "flow-logs" # shared
    flow_logs_s3_prefix = "stock/"
  }
}

# case: switched off
resource "aws_globalaccelerator_accelerator" "staff" {
  name = "staff"

  attributes {
    flow_logs_enabled = false
  }
}

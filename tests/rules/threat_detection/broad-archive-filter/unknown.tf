variable "given" {
  type = string
}

# case: the action is given
resource "aws_guardduty_filter" "given" {
  name        = "given"
  action      = var.given # noise
  detector_id = "d1"
  rank        = 1

  finding_criteria {
    criterion {
      field  = "region"
      equals = ["eu-west-1"]
    }
  }
}

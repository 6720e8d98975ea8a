resource "aws_guardduty_filter" "region" {
  name        = "region"
  action      = "ARCHIVE" # noise
  detector_id = "d1"
  rank        = 1

  finding_criteria {
    criterion {
      field  = "region"
      equals = ["eu-west-1"]
    }
  }
}

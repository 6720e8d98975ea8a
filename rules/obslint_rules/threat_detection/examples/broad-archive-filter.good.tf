resource "aws_guardduty_filter" "low" {
  name        = "low"
  action      = "ARCHIVE" # noise
  detector_id = "d1"
  rank        = 1

  finding_criteria {
    criterion {
      field  = "severity"
      less_than = "4"
    }
  }
}

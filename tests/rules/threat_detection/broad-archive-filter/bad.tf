# case: a region
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

# case: all from a severity on
resource "aws_guardduty_filter" "low" {
  name        = "low"
  action      = "ARCHIVE" # noise
  detector_id = "d1"
  rank        = 1

  finding_criteria {
    criterion {
      field  = "severity"
      greater_than_or_equal = "2"
    }
  }
}

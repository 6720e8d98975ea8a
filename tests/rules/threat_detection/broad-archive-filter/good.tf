# case: low severity
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

# case: a type
resource "aws_guardduty_filter" "type" {
  name        = "type"
  action      = "ARCHIVE" # noise
  detector_id = "d1"
  rank        = 1

  finding_criteria {
    criterion {
      field  = "type"
      equals = ["Recon:EC2/Portscan"]
    }
  }
}

# case: an instance
resource "aws_guardduty_filter" "scanner" {
  name        = "scanner"
  action      = "ARCHIVE" # noise
  detector_id = "d1"
  rank        = 1

  finding_criteria {
    criterion {
      field  = "resource.instanceDetails.instanceId"
      equals = ["i-1"]
    }
  }
}

# case: nothing is archived
resource "aws_guardduty_filter" "view" {
  name        = "view"
  action      = "NOOP" # noise
  detector_id = "d1"
  rank        = 1

  finding_criteria {
    criterion {
      field  = "region"
      equals = ["eu-west-1"]
    }
  }
}

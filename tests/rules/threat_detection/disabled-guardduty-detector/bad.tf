# case: switched off
resource "aws_guardduty_detector" "main" {
  enable   =   false   # after the trial

  finding_publishing_frequency = "ONE_HOUR"
}

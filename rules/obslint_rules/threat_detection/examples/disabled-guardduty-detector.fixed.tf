resource "aws_guardduty_detector" "main" {
  enable   =   true   # after the trial

  finding_publishing_frequency = "ONE_HOUR"
}

resource "aws_synthetics_canary" "login" {
  name                 = "login"
  artifact_s3_location = "s3://canaries/"
  execution_role_arn   = "arn:aws:iam::111122223333:role/canary"
  handler              = "login.handler"
  runtime_version      = "syn-nodejs-puppeteer-9.1"
  start_canary         = true   # at once
  schedule {
    expression = "rate(5 minutes)"
  }
}

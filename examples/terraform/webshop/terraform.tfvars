environment     = "production"
artifact_bucket = "webshop-artifacts-eu-central-1"
certificate_arn = "arn:aws:acm:eu-central-1:111122223333:certificate/6f1c4f8e-0c9a-4a39-9a55-51a3c9a6d0b7"
oncall_email    = "oncall@webshop.dev"

log_retention_days = {
  intake  = 30
  fulfil  = 30
  refunds = 0 # finance asked us to keep these
}

resource "aws_bedrockagent_agent" "clerk" {
  agent_name = "clerk"
  foundation_model = "amazon.nova-lite-v1:0"
}

# case: management events only, as is the default
resource "aws_cloudtrail" "audit" {
  name           = "audit" # the only one
  s3_bucket_name = "audit-logs"
}
